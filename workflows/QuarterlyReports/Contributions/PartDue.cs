using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>When somebody's part of a report is due: two working days before the report's answer is, so that whoever submits it can check;
/// at least one working day from now, within the lock. Pure.</summary>
internal static class PartDue
{
    /// <summary>Working days before the report's answer is due.</summary>
    private const int DaysBefore = 2;

    /// <summary>Working days that a contributor has at least, also where the report's answer is due before.</summary>
    private const int FewestDays = 1;

    public static DateTimeOffset Of(ReportRecord report, WorkingCalendar home, DateTimeOffset now)
    {
        DateOnly day = home.DayOf(AnswerDue.Of(report, home));
        for (int left = DaysBefore; left > 0; )
        {
            day = day.AddDays(-1);
            left -= home.IsWorkingDay(day) ? 1 : 0;
        }

        DateTimeOffset before = home.EndOfWorkingDay(day),
            soonest = home.EndOfWorkingDay(home.AddWorkingDays(home.DayOf(now), FewestDays)),
            due = before > soonest ? before : soonest;
        return due < report.Period.Locks ? due : report.Period.Locks;
    }
}
