using ACip.Workflows.Languages;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>When a submission can be taken back, and what becomes of the report. Pure.</summary>
public static class TakingBack
{
    /// <summary>Why it cannot be taken back; null if it can.</summary>
    public static (string Rule, Text Why)? Refuse(ReportRecord report, ReportMove move, DateTimeOffset now) =>
        ReportLifecycle.Try(report.State, move) is not MoveResult.Moved || report.Submissions.Count == 0
            ? ("report-state", move == ReportMove.Recall ? Texts.RecallOnlyUndecided : Texts.ReopenOnlyAccepted)
        // what is open past its lock would be missed at once
        : move == ReportMove.Recall && now >= report.Period.Locks ? ("report-past-lock", Texts.RecallTooLate)
        : null;

    /// <summary>Starts the next round with the present answers. All of them can be changed, including those accepted before.</summary>
    /// <param name="move">Recall or Reopen, and not refused.</param>
    public static ReportRecord Apply(ReportRecord report, ReportMove move, TakenBack taken) =>
        report with
        {
            State = ((MoveResult.Moved)ReportLifecycle.Try(report.State, move)).To,
            Submissions = [.. report.Submissions.SkipLast(1), report.Submissions[^1] with { TakenBack = taken }],
            AcceptedItems = move == ReportMove.Reopen ? [] : report.AcceptedItems,
        };
}
