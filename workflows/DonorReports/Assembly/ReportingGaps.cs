using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Which periods a donor report names as missing, and why. Pure.</summary>
internal static class ReportingGaps
{
    /// <param name="items">What the donor may see.</param>
    /// <param name="broken">Keys of rows that cannot be read.</param>
    /// <returns>Null where the period's figures stand in the report.</returns>
    public static CoverageGap? In(
        PlanListing plan,
        (PeriodKey Key, ReportRecord? Report) period,
        AcceptedHistory accepted,
        IReadOnlySet<string> items,
        IReadOnlyList<string> broken
    )
    {
        (PeriodKey key, ReportRecord? report) = period;
        GapReason? reason = IsBroken(key, broken) ? GapReason.Unreadable : ReasonFor(key, report, accepted, items);
        return reason is not { } why
            ? null
            : new CoverageGap(
                plan.Administration,
                plan.Id,
                key,
                why,
                why == GapReason.Unreadable ? null : report?.EndedBy?.Reason ?? report?.Submissions.LastOrDefault()?.NilReason
            );
    }

    /// <summary>Why nothing stands for a period. One that ended without figures is no gap any more once some were restated into
    /// it.</summary>
    /// <param name="items">What the donor may see.</param>
    public static GapReason? ReasonFor(PeriodKey period, ReportRecord? report, AcceptedHistory accepted, IReadOnlySet<string> items) =>
        report?.State switch
        {
            ReportState.Accepted or ReportState.Locked => null,
            ReportState.Missed
            or ReportState.NilReturn
            or ReportState.Waived
                when accepted.InForce.Any(one =>
                    one.Observation.Period == period
                    && one.Observation.Restates is not null
                    && one.Observation.MissingReason is null
                    && items.Contains(one.Observation.Item)
                ) => null,
            ReportState.Submitted => GapReason.UnderReview,
            ReportState.Returned => GapReason.Returned,
            ReportState.NilReturn => GapReason.NilReturn,
            ReportState.Waived => GapReason.Waived,
            ReportState.Missed => GapReason.Missed,
            ReportState.Open => GapReason.NotSubmitted,
            _ => GapReason.NotDue,
        };

    private static bool IsBroken(PeriodKey period, IReadOnlyList<string> broken) =>
        broken.Any(key =>
            key == ReportRows.Key(period) || key.StartsWith($"{ReportRows.ObservationPrefix}{period}|", StringComparison.Ordinal)
        );
}
