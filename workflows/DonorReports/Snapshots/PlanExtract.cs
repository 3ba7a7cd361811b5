using System.Text.Json.Serialization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>What one plan contributes to a donor report.</summary>
public sealed record PlanExtract
{
    public required AdministrationId Administration { get; init; }
    public required PlanId Plan { get; init; }

    /// <summary>Version in force at the end of the donor period.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }
    public required IReadOnlyList<PlanResult> Results { get; init; }

    /// <summary>Indicators linked to the agreement. Others do not concern this donor.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>Where these indicators were measured anew between versions of the plan, oldest first: what to make of values reported under
    /// an earlier one.</summary>
    public IReadOnlyList<SeriesStep> Series { get; init; } = [];

    /// <summary>Benchmarks due by the end of the donor period.</summary>
    public IReadOnlyList<Benchmark> Benchmarks { get; init; } = [];

    /// <summary>Codes of benchmarks that stood as reached at the end of the donor period, whenever they were; null in snapshots from
    /// before this member.</summary>
    public IReadOnlyList<string>? Reached { get; init; }

    /// <summary>Reporting periods that end in the donor period.</summary>
    public required IReadOnlyList<PeriodExtract> Periods { get; init; }

    /// <summary>Accepted and in force at the time of the snapshot; of a restated value only the new one.</summary>
    public required IReadOnlyList<AcceptedObservation> Observations { get; init; }

    /// <summary>How results stand that linked indicators measure, as accepted and in force; null where nothing was said.</summary>
    public IReadOnlyList<AcceptedObservation>? Statuses { get; init; }

    /// <summary>Figures of linked indicators from before the programme; null where none were brought in.</summary>
    public IReadOnlyList<EarlierYear>? EarlierYears { get; init; }

    /// <summary>Values that replaced others since the last report to this donor.</summary>
    public IReadOnlyList<Restatement> Restatements { get; init; } = [];

    /// <summary>Texts as accepted.</summary>
    public IReadOnlyList<Narrative> Narratives { get; init; } = [];

    public IReadOnlyList<Deviation> Deviations { get; init; } = [];
    public IReadOnlyList<Risk> Risks { get; init; } = [];
}

/// <param name="Version">The first version of the plan with the new revision of the indicator.</param>
/// <param name="From">First day measured the new way.</param>
/// <param name="Factor">New value = old value × Factor; null where the two do not compare: the series breaks.</param>
/// <param name="Unit">What was measured in until then.</param>
public sealed record SeriesStep(string Code, int Version, DateOnly From, decimal? Factor, string Unit, string? Reason);

/// <param name="Key">As <see cref="ReportingPeriod.Key"/>.</param>
/// <param name="End">Last day, inclusive.</param>
public sealed record PeriodExtract(PeriodKey Key, DateOnly Start, DateOnly End, ReportState State)
{
    /// <summary>Begins in the donor period before: footnoted.</summary>
    public bool Straddles(DonorPeriod period) => Start < period.Start;
}

/// <param name="AuditEvent">Id of the event that records the acceptance.</param>
public sealed record AcceptedObservation(Observation Observation, PersonId AcceptedBy, DateTimeOffset AcceptedAt, string AuditEvent);

/// <param name="Old">What was reported before.</param>
/// <param name="New">What stands now; its <see cref="Observation.Restates"/> names the old.</param>
public sealed record Restatement(AcceptedObservation Old, AcceptedObservation New, string? Reason);

/// <summary>Text that somebody wrote and somebody accepted: untrusted input in every format.</summary>
/// <param name="By">Null for a text whose author was erased.</param>
public sealed record Narrative(
    NarrativePart Section,
    Language Language,
    string Text,
    PersonId? By,
    string? AuditEvent = null,
    AdministrationId? Administration = null
);

[JsonConverter(typeof(JsonStringEnumConverter<NarrativePart>))]
public enum NarrativePart
{
    Summary,
    Results,
    CollectiveAction,
    PerformanceMeasurement,
    DataAnalysis,
    Multilateral,
    Deviations,
    LessonsLearned,
    Synergies,
    GenderEquality,
    HumanRights,
    ClimateAndEnvironment,
    Finance,
    CrossCutting,
    FinalRating,
    Sustainability,
}

/// <summary>A deviation from the plan, and what is being done about it.</summary>
/// <param name="Item">Code of a framework indicator (programme) or of a plan's indicator or benchmark; null for the whole.</param>
/// <param name="Response">What is done about it.</param>
public sealed record Deviation(string? Item, Language Language, string Text, string? Response);

[JsonConverter(typeof(JsonStringEnumConverter<GapReason>))]
public enum GapReason
{
    NoPlan,
    PlanNotApproved,
    NotLinked,
    NotDue,
    NotSubmitted,
    UnderReview,
    Returned,
    NilReturn,
    Waived,
    Missed,
    ConflictingData,
    Unreadable,
}
