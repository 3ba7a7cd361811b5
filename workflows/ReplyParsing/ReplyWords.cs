using ACip.Workflows.Languages;

namespace ACip.Workflows.ReplyParsing;

/// <summary>The words that a reply can use, from Words/TAG.json. Those of all languages are understood, whoever writes. Lower case and
/// without accents, except names of groups.</summary>
/// <param name="NearSubmit">Forms of it that are no command, and are asked back.</param>
/// <param name="Missing">Say that there is no value.</param>
/// <param name="Ranges">Between two numbers, with the space behind them.</param>
/// <param name="Estimates">Before a number that is none.</param>
/// <param name="Months">From January, each with its short forms.</param>
/// <param name="DateFillers">Say nothing in a date.</param>
/// <param name="Groups">Other words for a group, by its name.</param>
internal sealed record ReplyWords(
    IReadOnlyList<string> Submit,
    IReadOnlyList<string> Nil,
    IReadOnlyList<string> Question,
    IReadOnlyList<string> Correct,
    IReadOnlyList<string> NearSubmit,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Yes,
    IReadOnlyList<string> No,
    IReadOnlyList<string> Percent,
    IReadOnlyList<string> Ranges,
    IReadOnlyList<string> Estimates,
    IReadOnlyList<IReadOnlyList<string>> Months,
    IReadOnlyList<string> DateFillers,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Groups
)
{
    /// <summary>Words for how a result or an activity stands, by the status in camel case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Statuses { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Between a part and its whole: "45 of 120".</summary>
    public IReadOnlyList<string> OfWhole { get; init; } = [];

    /// <summary>Ask for more time.</summary>
    public IReadOnlyList<string> MoreTime { get; init; } = [];

    /// <summary>Ask somebody else for items.</summary>
    public IReadOnlyList<string> Assign { get; init; } = [];

    /// <summary>May stand before a day: "to 30 June".</summary>
    public IReadOnlyList<string> DayLeads { get; init; } = [];

    /// <summary>Behind "done" or "met", say that it is not wholly so; # stands for a number that is not 100.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>Say, alone on a line, that something has come.</summary>
    public IReadOnlyList<string> Received { get; init; } = [];

    private static readonly ReplyWords[] Each =
    [
        .. LanguageRegistry
            .All.Select(language => LanguageFile.Read<ReplyWords>($"ReplyParsing/Words/{language.Tag}.json"))
            .OfType<ReplyWords>(),
    ];

    /// <summary>Those of all languages.</summary>
    public static string[] All(Func<ReplyWords, IEnumerable<string>> kind) => [.. Each.SelectMany(kind).Distinct()];

    public static string[] OfGroup(string group) => All(words => words.Groups.GetValueOrDefault(group, []));
}
