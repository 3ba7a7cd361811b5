using System.Text.Json.Serialization;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans;

/// <summary>Suggested indicators by key factor, in three languages. They are the programme's own, may be edited freely, and are not a list
/// of the WCO.</summary>
/// <param name="Notice">Says so, wherever a suggestion shows.</param>
/// <param name="Sources">Data sources by key; <paramref name="Owners"/> and <paramref name="Units"/> likewise.</param>
public sealed record PlanLibrary(
    Text Notice,
    Text PlanTitle,
    Text MissingBaseline,
    IReadOnlyDictionary<string, Text> Sources,
    IReadOnlyDictionary<string, Text> Owners,
    IReadOnlyDictionary<string, Text> Units,
    IReadOnlyList<SuggestedResult> Results,
    IReadOnlyList<SuggestedIndicator> Indicators,
    IReadOnlyList<SuggestedBenchmark> Benchmarks,
    IReadOnlyList<SuggestedActivity> Activities,
    IReadOnlyList<SuggestedRisk> Risks
)
{
    /// <summary>The library that ships. It is data; a programme may replace it.</summary>
    public static PlanLibrary Shipped { get; } = SeedFile.Read<PlanLibrary>("library.json");

    public IEnumerable<SuggestedIndicator> For(int keyFactor) => Indicators.Where(indicator => indicator.KeyFactor == keyFactor);
}

/// <summary>The subject of an indicator, which decides the letter of its code: A, B or C.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanArea>))]
public enum PlanArea
{
    Procedures,
    People,
    Control,
}

public sealed record SuggestedResult(string Code, ResultLevel Level, string? Parent, Text Statement);

/// <param name="Key">Slug, stable.</param>
/// <param name="Source">Key in <see cref="PlanLibrary.Sources"/>; Unit and Responsible likewise.</param>
/// <param name="Baseline">An order of magnitude, for sample plans only.</param>
/// <param name="Targets">One for each year, for sample plans only.</param>
/// <param name="Donors">What it would feed, by donor.</param>
/// <param name="Sex">Broken down into women and men.</param>
public sealed record SuggestedIndicator(
    string Key,
    int KeyFactor,
    PlanArea Area,
    string Result,
    Text Statement,
    Measure Measure,
    string Unit,
    bool Ascending,
    Aggregation Aggregation,
    string Source,
    Text Method,
    Frequency Frequency,
    string Responsible,
    decimal? Baseline,
    IReadOnlyList<decimal> Targets,
    IReadOnlyDictionary<string, SuggestedLink> Donors,
    bool Sex,
    bool Sensitive,
    IReadOnlyList<Principle> Principles,
    IReadOnlyList<string> UncacArticles,
    IReadOnlyList<Synergy> Synergies,
    IReadOnlyList<CrossCuttingTheme> CrossCutting,
    SuggestedNarrative? Narrative
)
{
    /// <summary>What a share counts, and out of what; null if only a number is asked for.</summary>
    public SuggestedRatio? Ratio { get; init; }

    /// <summary>As <see cref="Indicator.Covers"/>.</summary>
    public FigureSpan? Covers { get; init; }
}

public sealed record SuggestedRatio(Text Numerator, Text Denominator);

public sealed record SuggestedLink(string Indicator, decimal Factor);

public sealed record SuggestedNarrative(Text Baseline, IReadOnlyList<Text> Targets);

/// <param name="DueMonth">Due at the end of this month of the plan, 1 for its first.</param>
public sealed record SuggestedBenchmark(
    string Code,
    string Result,
    int DueMonth,
    Text Statement,
    Text Means,
    IReadOnlyList<int> KeyFactors
);

/// <param name="FromMonth">Whole months after the plan's first day.</param>
/// <param name="UntilMonth">Ends with this month of the plan.</param>
public sealed record SuggestedActivity(
    string Code,
    string Result,
    int FromMonth,
    int UntilMonth,
    Text Title,
    Text Budget,
    Text Deliverable
);

public sealed record SuggestedRisk(string Code, int Likelihood, int Impact, Text Statement, Text Mitigation, string Owner);
