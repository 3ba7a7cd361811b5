using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>A submission that counts no more: recalled by its administration while nobody had decided, or opened again by the Secretariat
/// after it was accepted and before it was locked.</summary>
public sealed record TakenBack(PersonId By, DateTimeOffset At, string Reason);

/// <summary>When a submission may be taken back, and what becomes of the report. Pure.</summary>
public static class TakingBack
{
    /// <summary>Why it may not be; null where it may.</summary>
    public static (string Rule, Text Why)? Refuse(ReportRecord report, ReportMove move, DateTimeOffset now) =>
        ReportLifecycle.Try(report.State, move) is not MoveResult.Moved || report.Submissions.Count == 0
            ? ("report-state", move == ReportMove.Recall ? Texts.RecallOnlyUndecided : Texts.ReopenOnlyAccepted)
        // what is open past its lock would be missed at once
        : move == ReportMove.Recall && now >= report.Period.Locks ? ("report-past-lock", Texts.RecallTooLate)
        : null;

    /// <summary>The next round begins with what the report says; all of it can be changed, what was accepted before too.</summary>
    /// <param name="move">Recall or Reopen, and not refused.</param>
    public static ReportRecord Apply(ReportRecord report, ReportMove move, TakenBack taken) =>
        report with
        {
            State = ((MoveResult.Moved)ReportLifecycle.Try(report.State, move)).To,
            Submissions = [.. report.Submissions.SkipLast(1), report.Submissions[^1] with { TakenBack = taken }],
            AcceptedItems = move == ReportMove.Reopen ? [] : report.AcceptedItems,
        };
}
