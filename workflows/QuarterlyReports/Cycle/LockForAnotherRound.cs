using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>When a report locks that goes back to its administration: sent back by a reviewer, or opened again after its
/// acceptance.</summary>
internal static class LockForAnotherRound
{
    /// <summary>Calendar days that must at least remain until the lock.</summary>
    private const int LeastDays = 21;

    /// <param name="back">A report that has just been sent back or reopened.</param>
    /// <returns>The same with its lock moved where too little time would be left.</returns>
    public static ReportRecord Of(ReportRecord back, WorkingCalendar home, DateTimeOffset now) =>
        back with
        {
            Period = back.Period.LeavingTime(now, LeastDays, home),
        };
}
