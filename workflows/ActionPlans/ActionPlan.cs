using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans;

/// <summary>An administration's multi-annual plan: the contract that every figure is measured against. One instance is one
/// version.</summary>
/// <param name="Version">1 for the first that was approved; a draft carries the number it will have.</param>
/// <param name="End">Last day, inclusive.</param>
/// <param name="Notice">Shown wherever the plan shows; <see cref="Fictional.Notice"/> on what we ship as an example, null on a real
/// plan.</param>
public sealed record ActionPlan(
    PlanId Id,
    AdministrationId Administration,
    int Version,
    string Title,
    DateOnly Start,
    DateOnly End,
    IReadOnlyList<PlanResult> Results,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Benchmark> Benchmarks,
    IReadOnlyList<PlannedActivity> Activities,
    IReadOnlyList<Risk> Risks,
    string? Notice = null
)
{
    /// <summary>The language in which its statements are written.</summary>
    public Language Language { get; init; }
}

/// <param name="Parent">Code of the result above; null for an ultimate outcome.</param>
public sealed record PlanResult(string Code, ResultLevel Level, string? Parent, string Statement);

/// <summary>What is measured, how, and towards what.</summary>
/// <param name="Code">Short, as people write it in a reply: a letter or more and a number, such as B3; unique in the plan.</param>
/// <param name="Revision">1, and one more with every change of meaning after approval.</param>
/// <param name="Ascending">True where more is better.</param>
/// <param name="Result">Code of the result that it measures.</param>
/// <param name="Dimensions">Groups that a value is broken down by; empty if none.</param>
/// <param name="KeyFactors">Numbers 1 to 10 of the Revised Arusha Declaration; at least one.</param>
/// <param name="Sensitive">True: never in mail, only behind a link.</param>
/// <param name="Frequency">How often it is asked for.</param>
/// <param name="DonorLink">At most one indicator of a donor's framework that it feeds.</param>
/// <param name="Disclosure">Who may read its accepted figures.</param>
/// <param name="Change">Why its meaning differs from the revision before; null for revision 1.</param>
public sealed record Indicator(
    string Code,
    int Revision,
    string Result,
    string Statement,
    Measure Measure,
    string Unit,
    bool Ascending,
    Aggregation Aggregation,
    string DataSource,
    string Method,
    Frequency Frequency,
    string Responsible,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<int> KeyFactors,
    Markers Markers,
    bool Sensitive,
    Baseline Baseline,
    IReadOnlyList<Target> Targets,
    DonorLink? DonorLink = null,
    Disclosure Disclosure = Disclosure.Donors,
    IndicatorChange? Change = null
)
{
    /// <summary>As <see cref="FigureSource"/>; null if people provide the figures.</summary>
    public string? MeasuredBy { get; init; }

    /// <summary>What a share counts, and out of what; null if it is given as a number only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RatioNames? Ratio { get; init; }

    /// <summary>The span stated in the plan; null if the other terms imply it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FigureSpan? Covers { get; init; }

    /// <summary>The span that its figures cover. For a count whose latest value stands for everything so far, it is the total since the
    /// start.</summary>
    [JsonIgnore]
    public FigureSpan Span =>
        Covers ?? (Measure == Measure.Unit && Aggregation == Aggregation.Latest && Ascending ? FigureSpan.SinceStart : FigureSpan.Period);
}

/// <summary>How far accepted figures may be passed on: within the administration and the Secretariat, to donors that pay, or to
/// anyone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Disclosure>))]
public enum Disclosure
{
    Programme,
    Donors,
    Public,
}

/// <summary>What a new revision of an indicator means for figures of the old one.</summary>
/// <param name="From">First day that is measured the new way; the start of a reporting period.</param>
/// <param name="Factor">New value = old value × Factor; null where no factor can say so: the series breaks there.</param>
public sealed record IndicatorChange(string Reason, DateOnly From, decimal? Factor = null);

/// <summary>A breakdown, such as <c>sex</c> into <c>women</c> and <c>men</c>.</summary>
public sealed record Dimension(string Code, IReadOnlyList<string> Groups);

/// <param name="UncacArticles">Articles of the UN Convention against Corruption, such as 8.2.</param>
public sealed record Markers(
    IReadOnlyList<Principle> Principles,
    IReadOnlyList<string> UncacArticles,
    IReadOnlyList<Synergy> Synergies,
    IReadOnlyList<CrossCuttingTheme> CrossCutting,
    string? ParallelReforms = null
)
{
    public static Markers None { get; } = new([], [], [], []);
}

/// <summary>The programme's three working principles.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Principle>))]
public enum Principle
{
    CollectiveAction,
    PerformanceMeasurement,
    DataAnalysis,
}

/// <summary>Other WCO and WTO instruments that the work serves: the UNODC-WCO Container Control Programme (CCP), Mercator, the Revised
/// Kyoto Convention, the Trade Facilitation Agreement.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Synergy>))]
public enum Synergy
{
    Ccp,
    Mercator,
    Rkc,
    Tfa,
}

[JsonConverter(typeof(JsonStringEnumConverter<CrossCuttingTheme>))]
public enum CrossCuttingTheme
{
    GenderEquality,
    HumanRights,
    ClimateAndEnvironment,
}

/// <param name="By">Last day of the period that the target is for.</param>
public sealed record Target(DateOnly By, decimal? Value, string? Narrative = null)
{
    /// <summary>The counts behind a share's target; null if it is a number only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Ratio? Counts { get; init; }
}

/// <summary>Donor's value = plan's value × Factor.</summary>
/// <param name="Indicator">Code in the donor's framework.</param>
public sealed record DonorLink(AgreementId Agreement, string Indicator, decimal Factor = 1m)
{
    public decimal ToDonor(decimal value) => value * Factor;
}

/// <summary>A milestone: a verifiable statement and the day by which it must hold. Answered yes or no, with evidence.</summary>
public sealed record Benchmark(
    string Code,
    string Result,
    string Statement,
    DateOnly Due,
    string MeansOfVerification,
    IReadOnlyList<int> KeyFactors
);

/// <param name="Until">Last day, inclusive.</param>
/// <param name="Deliverable">What is there afterwards.</param>
public sealed record PlannedActivity(
    string Code,
    string Result,
    string Title,
    DateOnly From,
    DateOnly Until,
    string? BudgetNote,
    string? Deliverable = null
);

/// <param name="Likelihood">1 (rare) to 5 (almost certain).</param>
/// <param name="Impact">1 (negligible) to 5 (severe).</param>
public sealed record Risk(string Code, string Statement, int Likelihood, int Impact, string Mitigation, string Owner)
{
    /// <summary>The language of the text; null if it is the administration's own or, for the programme, English.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Language? Language { get; init; }
}
