using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>When the administration's answer is due: the report's due date, and in a round that began with a return or a taking back at
/// least some days after it, within the lock. Pure.</summary>
internal static class AnswerDue
{
    /// <summary>Calendar days for a coordinator after a return.</summary>
    private const int DaysAfterReturn = 10;

    public static DateTimeOffset Of(ReportRecord report, WorkingCalendar home) =>
        report.Submissions.LastOrDefault()?.SentBack is { } back ? Of(report, home, back.At) : report.Due;

    /// <param name="back">A report that has just been sent or taken back.</param>
    /// <returns>The same with the day by which the answer of the new round is due.</returns>
    public static ReportRecord Asked(ReportRecord back, WorkingCalendar home, DateTimeOffset now) =>
        back with
        {
            AnswerBy = Of(back, home, now),
        };

    /// <param name="asked">When the answer of this round was asked for.</param>
    public static DateTimeOffset Of(ReportRecord report, WorkingCalendar home, DateTimeOffset asked)
    {
        DateTimeOffset soon = home.EndOfWorkingDay(home.DayOf(asked).AddDays(DaysAfterReturn));
        return report.Round == 1 || soon <= report.Due ? report.Due
            : soon < report.Period.Locks ? soon
            : report.Period.Locks;
    }
}
