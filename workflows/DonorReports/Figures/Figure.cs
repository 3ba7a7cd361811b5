using System.Text.Json.Serialization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>One number of a report, or why it is missing.</summary>
/// <param name="Value">In the donor's unit; null in every state but Shown.</param>
/// <param name="Reported">Administrations whose accepted values are in it.</param>
/// <param name="Linked">Administrations that measure it.</param>
public sealed record Figure(FigureState State, decimal? Value, int Reported, int Linked)
{
    /// <summary>The counts behind a share, in total; null if one of them is not known, or if it is not a share.</summary>
    public Ratio? Counts { get; init; }

    /// <summary>Set if nothing was reported because nobody was asked yet: the first day on which somebody is.</summary>
    public DateOnly? NotDueUntil { get; init; }

    /// <summary>How many shares this is the plain mean of; null if it is not a mean.</summary>
    public int? UnweightedOf { get; init; }
}

/// <summary>A gap is a gap and never 0. A suppressed figure exists but would tell about too few contributors.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FigureState>))]
public enum FigureState
{
    Shown,
    Missing,
    Suppressed,
    NotAggregated,
    Narrative,
}

/// <summary>Part of a figure: what one group contributes.</summary>
/// <param name="Group">A WCO region; a group of a dimension; empty for what was not broken down.</param>
public sealed record GroupFigure(string Group, Figure Figure);

/// <param name="Dimension">As plans name it, such as sex.</param>
/// <param name="Groups">Where values add up, the last may be what was not broken down, so that the groups always make the total.</param>
public sealed record Breakdown(string Dimension, IReadOnlyList<GroupFigure> Groups);

/// <param name="Value">Null where the earlier report had none, or suppressed it.</param>
/// <param name="Break">Somebody has measured otherwise since the point before, and no factor leads from one to the other.</param>
public sealed record TrendPoint(DonorPeriod Period, decimal? Value, bool Suppressed, bool Break = false);

/// <summary>The status of one indicator of the donor's framework.</summary>
/// <param name="Target">The first that is due on or after the last day of the donor period; else the last.</param>
/// <param name="Achievement">Per cent of the way from baseline to target, one decimal; null where there is no way to say.</param>
/// <param name="ByRegion">Disjoint, so that they make the total.</param>
/// <param name="Trend">Earlier periods first, this one last.</param>
/// <param name="MinimumCell">Groups of fewer administrations are suppressed.</param>
/// <param name="LeftOut">Values that could not be counted, and why.</param>
public sealed record IndicatorFigure(
    FrameworkIndicator Indicator,
    FrameworkResult Result,
    FrameworkTarget? Target,
    Figure Total,
    decimal? Achievement,
    Progress Progress,
    IReadOnlyList<GroupFigure> ByRegion,
    IReadOnlyList<Breakdown> Breakdowns,
    IReadOnlyList<TrendPoint> Trend,
    int MinimumCell,
    IReadOnlyList<int> KeyFactors,
    IReadOnlyList<Principle> Principles,
    IReadOnlyList<MissingValue> Missing,
    IReadOnlyList<LeftOutValue> LeftOut,
    IReadOnlyList<QualitativeAnswer> Answers
)
{
    /// <summary>What its figures count; null if nobody measures it, or if some measure a total and others a period.</summary>
    public FigureSpan? Span { get; init; }

    /// <summary>How many answered beside those that are told.</summary>
    public int MoreAnswers { get; init; }

    /// <summary>Some measure a total since the start, and some a period.</summary>
    public bool SpansDiffer { get; init; }

    /// <summary>Explanations of deviations, by administrations or by the Secretariat (null).</summary>
    public IReadOnlyList<(AdministrationId? Administration, Deviation Deviation)> Explanations { get; init; } = [];

    /// <summary>Values accepted before the programme kept records. They are in no figure, and empty if single values are not
    /// disclosed.</summary>
    public IReadOnlyList<BeforeTheProgramme> Before { get; init; } = [];
}

/// <param name="Unit">Of the plan's indicator: it is not converted.</param>
public sealed record BeforeTheProgramme(AdministrationId Administration, string Unit, EarlierYear Year);

/// <summary>Whether the target is reached and, if not, on which side of the baseline the figure is. Not rated: reported in words, or one
/// by one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Progress>))]
public enum Progress
{
    TargetMet,
    TowardsTarget,
    NoProgress,
    NoTarget,
    NotRated,
    NoData,
    Withheld,
    NotDue,
}

/// <param name="Reason">As the coordinator gave it; null where no report was accepted, and for a sensitive indicator.</param>
public sealed record MissingValue(AdministrationId Administration, string? Reason);

/// <summary>A value that is not counted, because it could not be counted honestly.</summary>
/// <param name="Since">First day measured the new way, where the series breaks.</param>
public sealed record LeftOutValue(
    AdministrationId Administration,
    string PlanIndicator,
    LeftOutReason Reason,
    string PlanUnit,
    string DonorUnit,
    DateOnly? Since = null
);

[JsonConverter(typeof(JsonStringEnumConverter<LeftOutReason>))]
public enum LeftOutReason
{
    OtherCurrency,
    OtherUnit,
    SeriesBreak,
}

/// <summary>What an administration answered to a question that has no number.</summary>
public sealed record QualitativeAnswer(AdministrationId Administration, string Text);
