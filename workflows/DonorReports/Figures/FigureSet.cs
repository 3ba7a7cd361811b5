using System.Text.Json.Serialization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>All figures of a report with their notes. Its size is fixed, apart from one line for each administration.</summary>
/// <param name="Indicators">In the order of the framework.</param>
public sealed record FigureSet(
    IReadOnlyList<IndicatorFigure> Indicators,
    IReadOnlyList<Tally> ByLevel,
    IReadOnlyList<Tally> ByKeyFactor,
    IReadOnlyList<Tally> ByPrinciple,
    IReadOnlyList<AdministrationStatus> Administrations,
    ReportTexts Texts
);

/// <summary>How the indicators of one kind stand. Counts of indicators, never sums of them: they measure different things.</summary>
/// <param name="Kind">Name of a level or principle, number of a key factor.</param>
/// <param name="Administrations">That measure any of them.</param>
public sealed record Tally(
    string Kind,
    int Indicators,
    int TargetMet,
    int TowardsTarget,
    int NoProgress,
    int NoTarget,
    int NotRated,
    int NoData,
    int Withheld,
    int Administrations
)
{
    public int NotDue { get; init; }
}

/// <summary>What came from one administration.</summary>
/// <param name="Periods">Reporting periods that end in the donor period, oldest first.</param>
/// <param name="Values">Accepted values linked to the agreement.</param>
/// <param name="WithEvidence">Of these, with at least one piece of evidence.</param>
/// <param name="Missing">Values whose absence was explained.</param>
public sealed record AdministrationStatus(
    AdministrationId Administration,
    string Region,
    IReadOnlyList<PeriodExtract> Periods,
    IReadOnlyList<PeriodExtract> Straddling,
    int Values,
    int WithEvidence,
    int Missing,
    int BenchmarksReached,
    int BenchmarksDue
)
{
    [JsonIgnore]
    public int Accepted => Periods.Count(period => period.State is ReportState.Accepted or ReportState.Locked);
}

/// <summary>Texts for the readable formats: the first of each, and how many more there are in the data annex.</summary>
public sealed record ReportTexts(
    IReadOnlyDictionary<NarrativePart, TextList<Narrative>> Narratives,
    TextList<(AdministrationId? Administration, Deviation Deviation)> Deviations,
    TextList<SharedRisk> Risks,
    TextList<(AdministrationId Administration, Restatement Restatement, string Indicator, bool Withheld)> Restatements,
    IReadOnlyDictionary<Synergy, int> Synergies,
    IReadOnlyDictionary<CrossCuttingTheme, int> Themes
)
{
    /// <summary>By code of the framework's result; empty where nothing was rated.</summary>
    public IReadOnlyDictionary<string, AdministrationRatings> Voices { get; init; } = new Dictionary<string, AdministrationRatings>();
}

/// <summary>A risk that several may see alike; told once.</summary>
/// <param name="OfProgramme">The Secretariat sees it, for the programme as a whole.</param>
public sealed record SharedRisk(Risk Risk, bool OfProgramme, IReadOnlyList<AdministrationId> Administrations);

/// <param name="More">That stand only in the data annex.</param>
public sealed record TextList<T>(IReadOnlyList<T> First, int More)
{
    /// <summary>Whose they are, as far as that is known and fits.</summary>
    public IReadOnlyList<AdministrationId> MoreFrom { get; init; } = [];
}
