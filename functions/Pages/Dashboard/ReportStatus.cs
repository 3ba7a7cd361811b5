using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Time;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>What a dashboard needs of a report, without its texts.</summary>
/// <param name="FirstSubmittedAt">Whether it came in time is decided by this; null while nothing was handed in.</param>
/// <param name="Values">Numbers by item as accepted; empty before.</param>
public sealed record ReportStatus(
    PlanId Plan,
    ReportingPeriod Period,
    ReportState State,
    DateTimeOffset Due,
    DateTimeOffset? FirstSubmittedAt,
    IReadOnlyDictionary<string, decimal> Values
)
{
    private static readonly IReadOnlyDictionary<string, decimal> Nothing = new Dictionary<string, decimal>();

    /// <summary>Whatever happens from here on, the report's own row stays as it is; so it need not be read again.</summary>
    public bool IsFinal => ReportLifecycle.HasEnded(State);

    /// <summary>True: some of the values are those of a restatement in force, or one waits.</summary>
    public bool IsRestated { get; init; }

    /// <summary>Version of the plan that it is measured by; null before it has begun.</summary>
    public int? PlanVersion { get; init; }

    /// <summary>As <see cref="ReportRecord.AnswerBy"/>.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    public bool IsAccepted => State is ReportState.Accepted or ReportState.Locked;

    public bool IsOverdue(DateTimeOffset now) => ReportLifecycle.IsOverdue(State, AnswerBy > Due ? AnswerBy.Value : Due, now);

    /// <summary>Null while it is not due, and where it was waived.</summary>
    public bool? WasOnTime(DateTimeOffset now) => State == ReportState.Waived || now <= Due ? null : FirstSubmittedAt <= Due;

    public static ReportStatus Of(ReportRecord report) =>
        new(
            report.Plan,
            report.Period,
            report.State,
            report.Due,
            report.Submissions.FirstOrDefault()?.At,
            report.State is ReportState.Accepted or ReportState.Locked
                ? report
                    .Entries.Values.Where(entry => entry.Value is not null)
                    .ToDictionary(entry => entry.Item, entry => entry.Value!.Value)
                : Nothing
        )
        {
            PlanVersion = report.PlanVersion,
            AnswerBy = report.AnswerBy,
        };

    /// <summary>The same with its values as the last of these versions measures them, so that they compare with its baselines and
    /// targets.</summary>
    internal ReportStatus MeasuredBy(IReadOnlyList<ActionPlan> versions)
    {
        if (versions.Count < 2 || Values.Count == 0 || PlanVersion is not { } under)
        {
            return this;
        }

        var values = new Dictionary<string, decimal>();
        foreach ((string item, decimal value) in Values)
        {
            if (MeasuredAlike.FactorOf(versions, item, under) is { } factor)
            {
                values[item] = MeasuredAlike.Convert(value, factor);
            }
        }

        return this with
        {
            Values = values,
        };
    }

    /// <param name="restatements">All of this report, in the order of their numbers.</param>
    public ReportStatus With(IReadOnlyList<ReportRestatement> restatements)
    {
        if (restatements.Count == 0)
        {
            return this;
        }

        var values = new Dictionary<string, decimal>(Values);
        foreach (RestatedItem item in restatements.Where(one => one.Decision is { Accepted: true }).SelectMany(one => one.Items))
        {
            values.Remove(item.Item);
            if (item.Now.Value is { } value)
            {
                values[item.Item] = value;
            }
        }

        return this with
        {
            Values = values,
            IsRestated = true,
        };
    }

    public static ReportStatus NotYet(PlanId plan, ReportingPeriod period) =>
        new(plan, period, ReportState.NotDue, period.Due, null, Nothing);
}
