using System.Globalization;
using ACip.Workflows.HumanTasks.Answers;
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
    ) =>
        new(form.About, Understood(form, answer.Values, language), [], [], form.Missing(answer.Values), answer.Complete, until, link)
        {
            HandsInItself = true,
        };

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

    /// <summary>Answers that do not count because something else was said after they had arrived.</summary>
    internal static IReadOnlyList<UnclearLine> Overtaken(ShortFormSaid said, IReadOnlyList<string> overtaken, Language language) =>
        [
            .. from code in overtaken
            let value = said.Values.GetValueOrDefault(code)
            select new UnclearLine(value is null ? code : $"{code}: {Said(value, language)}", AnswerLines.LaterStands.In(language)),
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
