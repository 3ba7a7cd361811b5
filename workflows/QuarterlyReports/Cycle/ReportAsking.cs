using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Determines a report's next task: figures from the coordinator, or a decision by a reviewer. Pure.</summary>
internal static class ReportAsking
{
    /// <summary>Calendar days for a coordinator after a return, for a reviewer after submission, and until a reviewer is asked
    /// anew.</summary>
    private const int DaysAfterReturn = 10,
        DaysToReview = 10,
        DaysToAskReviewerAnew = 70;

    /// <param name="report">Open, Returned or Submitted.</param>
    public static HumanTaskRecord Of(ReportRecord report, TaskId task, ProgrammeRegister register, CycleSettings rules, DateTimeOffset now)
    {
        bool review = report.State == ReportState.Submitted;
        // of whoever is asked: a deadline is the end of a day where it is read
        WorkingCalendar home = review ? rules.Secretariat : rules.CalendarOf(register.Administrations[report.Administration]);
        DateOnly today = home.DayOf(now);
        DateTimeOffset soon = home.EndOfWorkingDay(today.AddDays(review ? DaysToReview : DaysAfterReturn));
        return review
            ? HumanTaskRecord.Ask(
                task,
                ReportTaskKinds.ReviewReport,
                TaskSubject.From(report.Period.Key),
                report.Round,
                report.Administration,
                Deciders.Asked(ReportTaskKinds.ReviewReport.DecidedBy, register, today, ReportAuthors.Of(report)),
                now,
                soon,
                home.EndOfWorkingDay(today.AddDays(DaysToAskReviewerAnew))
            )
            : HumanTaskRecord.Ask(
                task,
                ReportTaskKinds.ReportQuarter,
                TaskSubject.From(report.Period.Key),
                report.Round,
                report.Administration,
                register.Holding(Role.Coordinator, today, report.Administration),
                now,
                Earlier(report.Round > 1 && soon > report.Due ? soon : report.Due, report.Period.Locks),
                report.Period.Locks
            );
    }

    /// <summary>A report that is taken back shortly before its lock is due with it: behind it nothing is taken any more.</summary>
    private static DateTimeOffset Earlier(DateTimeOffset due, DateTimeOffset locks) => due < locks ? due : locks;
}
