using System.Globalization;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.HumanTasks.ShortForms;

/// <summary>A link to a short form: a field for each question.</summary>
/// <param name="Stands">What was answered before; null for nothing.</param>
public sealed record ShortFormLink(LinkedTask Linked, LinkDraft? Draft, ShortForm Form, ShortFormAnswer? Stands) : FormLink(Linked, Draft)
{
    public override IReadOnlySet<string> Fields { get; } =
        new HashSet<string>(
            Form.Items.Select(item => Field(item.Code)).Append(ShownField).Append(TypedSince.Field),
            StringComparer.Ordinal
        );

    /// <summary>Names the questions whose answers the form showed, because one that is emptied there is taken back.</summary>
    public const string ShownField = "shown";

    /// <summary>Codes of answers that the form showed and that are gone from it.</summary>
    internal IReadOnlyList<string> Emptied(IReadOnlyDictionary<string, string> fields)
    {
        string[] shown = fields.GetValueOrDefault(ShownField)?.Split(' ') ?? [];
        return [.. Form.Items.Select(item => item.Code).Where(code => shown.Contains(code) && !fields.ContainsKey(Field(code)))];
    }

    public static string Field(string code) => "v-" + code;

    /// <summary>How an answer appears in its field; null where it is empty.</summary>
    public static string? Typed(ShortFormValue? value) =>
        value switch
        {
            { Number: { } number } => number.ToString("0", CultureInfo.InvariantCulture),
            { Yes: { } yes } => yes ? "yes" : "no",
            _ => value?.Words,
        };

    public override IReadOnlyList<StandingPart> Parts(bool known) =>
        [
            .. from item in Form.Items
            let value = Stands?.Values.GetValueOrDefault(item.Code)
            select new StandingPart(
                item.Code,
                [Field(item.Code)],
                Typed(value) is { Length: > 0 } typed
                    ? new Dictionary<string, string> { [Field(item.Code)] = typed }
                    : new Dictionary<string, string>(),
                value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{Stands!.At.UtcTicks}"),
                known
            )
            {
                Said = value is null ? null : Text.For(language => $"{item.Code}: {ShortFormLines.Said(value, language)}"),
                EmptyTakesBack = true,
            },
        ];

    public override Text? Problem(IReadOnlyDictionary<string, string> fields)
    {
        IReadOnlyDictionary<string, ShortFormValue> values = Values(fields);
        foreach (ShortFormItem item in Form.Items)
        {
            string label = item.Code;
            if (fields.ContainsKey(Field(item.Code)) && (!values.TryGetValue(item.Code, out ShortFormValue? value) || !item.Takes(value)))
            {
                return Texts.FieldNotACount(label: label);
            }

            if (fields.GetValueOrDefault(Field(item.Code)) is { } words && TextBounds.IsLonger(words, TextBounds.Reason))
            {
                return Texts.FieldTooLong(label: label, reason: TextBounds.Reason);
            }
        }

        string[] missing = [.. Form.Missing(values)];
        return missing.Length == 0 ? null : Texts.ShortFormStillMissing(missing: TextArgument.List(missing));
    }

    internal IReadOnlyDictionary<string, ShortFormValue> Values(IReadOnlyDictionary<string, string> fields)
    {
        var values = new SortedDictionary<string, ShortFormValue>(StringComparer.Ordinal);
        foreach (ShortFormItem item in Form.Items)
        {
            if (fields.TryGetValue(Field(item.Code), out string? typed) && Read(item.Kind, typed) is { } value)
            {
                values[item.Code] = value;
            }
        }

        return values;
    }

    private static ShortFormValue? Read(FormItemKind kind, string typed) =>
        kind switch
        {
            FormItemKind.YesNo => typed switch
            {
                "yes" => new ShortFormValue(Yes: true),
                "no" => new ShortFormValue(Yes: false),
                _ => null,
            },
            FormItemKind.Narrative => new ShortFormValue(Words: typed),
            _ => int.TryParse(TypedDigits.Plain(typed), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? new ShortFormValue(Number: number)
                : null,
        };
}
