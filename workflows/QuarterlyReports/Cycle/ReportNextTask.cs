using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Determines a report's next task: figures from the coordinator, or a decision by a reviewer. Pure.</summary>
internal static class ReportNextTask
{
    /// <summary>Calendar days for a reviewer after submission, and until a reviewer is asked anew.</summary>
    private const int DaysToReview = 10,
        DaysToAskReviewerAnew = 70;

    /// <param name="report">Open, Returned or Submitted.</param>
    public static HumanTaskRecord Of(ReportRecord report, TaskId task, ProgrammeRegister register, CycleSettings rules, DateTimeOffset now)
    {
        bool review = report.State == ReportState.Submitted;
        // of whoever is asked: a deadline is the end of a day where it is read
        WorkingCalendar home = review ? rules.Secretariat : rules.CalendarOf(register.Administrations[report.Administration]);
        DateOnly today = home.DayOf(now);
        return review
            ? HumanTaskRecord.Ask(
                task,
                ReportTaskKinds.ReviewReport,
                TaskSubject.From(report.Period.Key),
                report.Round,
                report.Administration,
                Deciders.Asked(ReportTaskKinds.ReviewReport.DecidedBy, register, today, ReportAuthors.Of(report)),
                now,
                home.EndOfWorkingDay(today.AddDays(DaysToReview)),
                home.EndOfWorkingDay(today.AddDays(DaysToAskReviewerAnew))
            )
            : HumanTaskRecord.Ask(
                task,
                ReportTaskKinds.ReportQuarter,
                TaskSubject.From(report.Period.Key),
                report.Round,
                report.Administration,
                register.Answering(report.Administration, today),
                now,
                AnswerDue.Of(report, home, now),
                report.Period.Locks
            );
    }
}
