using System.Globalization;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.HumanTasks.ShortForms;

/// <summary>The lines that repeat a short form's answer back to its sender. Pure.</summary>
public static class ShortFormLines
{
    internal static Acknowledgement Acknowledge(ShortForm form, ShortFormAnswer answer, LinkedTask linked, Uri link) =>
        Acknowledge(form, answer, linked.Person.Language, linked.Task.Expires, link);

    internal static Acknowledgement Acknowledge(
        ShortForm form,
        ShortFormAnswer answer,
        Language language,
        DateTimeOffset until,
        Uri link
    ) => new(form.About, Understood(form, answer.Values, language), [], [], form.Missing(answer.Values), answer.Complete, until, link);

    internal static IReadOnlyList<UnderstoodLine> Understood(
        ShortForm form,
        IReadOnlyDictionary<string, ShortFormValue> values,
        Language language
    ) =>
        [
            .. from item in form.Items
            let value = values.GetValueOrDefault(item.Code)
            where value is not null
            select new UnderstoodLine(item.Code, item.Label.In(language), Said(value, language)) { IsText = value.Words is not null },
        ];

    public static string Said(ShortFormValue value, Language language) =>
        value switch
        {
            { Number: { } number } => number.ToString("0", CultureInfo.InvariantCulture),
            { Yes: true } => Yes.In(language),
            { Yes: false } => No.In(language),
            { Words: { } words } => words,
            _ => Texts.ShortFormNotGiven(missing: value.Missing).In(language),
        };

    public static Text Yes { get; } = Texts.Yes;

    public static Text No { get; } = Texts.No;
}
