using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.HumanTasks.ShortForms;

/// <summary>A few questions that are answered by reply or on a page. Answering them all submits the form.</summary>
/// <param name="Gate">Code of a question for yes or no: where it is answered with no, nothing else is asked. Null: all are.</param>
public sealed record ShortForm(About.Matter About, Text Subject, IReadOnlyList<ShortFormItem> Items, string? Gate = null)
{
    /// <summary>The introduction above the questions in the first mail and on the page.</summary>
    public required Func<Func<Language, DateWords>, IReadOnlyList<Text>> Says { get; init; }

    /// <summary>Codes of the questions not yet answered.</summary>
    public IReadOnlyList<string> Missing(IReadOnlyDictionary<string, ShortFormValue> values) =>
        Gate is { } gate && values.GetValueOrDefault(gate)?.Yes == false
            ? []
            : [.. Items.Where(item => item.Required && !values.ContainsKey(item.Code)).Select(item => item.Code)];

    internal IReadOnlyList<FormItem> In(Language language) => [.. Items.Select(item => item.In(language))];
}

/// <param name="Code">A letter or more and a number.</param>
/// <param name="Most">Of a count: more than that is a slip of the keys.</param>
/// <param name="Least">Of a count: 1 where it is a mark.</param>
public sealed record ShortFormItem(string Code, FormItemKind Kind, Text Label, bool Required = true, int Most = 100_000, int Least = 0)
{
    /// <summary>Whether a reason can take the place of an answer: of what is optional, and of a mark. A count that is added up, yes or no,
    /// and words that somebody acts on are asked for again; a reason would be taken for 0 or no.</summary>
    internal bool MayBeMissing => !Required || Least > 0;

    internal FormItem In(Language language) => new(Code, Kind, Label.In(language));

    /// <summary>Accepts whole numbers within the allowed range, and a reason instead where there may be one.</summary>
    public bool Takes(ShortFormValue value) =>
        (MayBeMissing || value.Missing is null)
        && (value.Number is not { } number || (number >= Least && number <= Most && decimal.Truncate(number) == number));

    public static ShortFormItem Count(string code, Text label, bool required = true, int most = 100_000) =>
        new(code, FormItemKind.Number, label, required, most);

    public static ShortFormItem Mark(string code, Text label, int best) => new(code, FormItemKind.Number, label, Most: best, Least: 1);

    public static ShortFormItem YesNo(string code, Text label) => new(code, FormItemKind.YesNo, label);

    public static ShortFormItem Words(string code, Text label, bool required = false) => new(code, FormItemKind.Narrative, label, required);
}

/// <summary>An answer to one question; exactly one of the four is set.</summary>
/// <param name="Missing">Why there is none.</param>
public sealed record ShortFormValue(decimal? Number = null, bool? Yes = null, string? Words = null, string? Missing = null);
