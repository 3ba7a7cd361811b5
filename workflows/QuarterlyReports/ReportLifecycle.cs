using ACip.Workflows.Languages;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>The transitions of a report.</summary>
public enum ReportMove
{
    Open,
    Submit,
    Return,
    Accept,
    DeclareNil,
    Waive,
    Lock,
    Miss,

    /// <summary>Recalled by its administration before anybody has decided.</summary>
    Recall,

    /// <summary>Reopened by the Secretariat before the lock.</summary>
    Reopen,
}

/// <summary>The result of a transition: the new state, or the rule that forbids it.</summary>
public abstract record MoveResult
{
    private MoveResult() { }

    public sealed record Moved(ReportState To) : MoveResult;

    public sealed record Refused(string Rule, Text Why) : MoveResult;
}

/// <summary>NotDue → Open → Submitted → Returned → Accepted → Locked; NilReturn, Waived and Missed end it otherwise.</summary>
public static class ReportLifecycle
{
    /// <summary>Nothing more happens to the report by itself. Its figures change by restatement only.</summary>
    public static bool HasEnded(ReportState state) =>
        state is ReportState.Locked or ReportState.NilReturn or ReportState.Waived or ReportState.Missed;

    /// <summary>Derived, never stored: an answer is still wanted and its due date has passed.</summary>
    public static bool IsOverdue(ReportState state, DateTimeOffset due, DateTimeOffset now) =>
        state is (ReportState.Open or ReportState.Returned) && now > due;

    public static MoveResult Try(ReportState from, ReportMove move) =>
        (from, move) switch
        {
            (ReportState.NotDue, ReportMove.Open) => To(ReportState.Open),
            (ReportState.Open or ReportState.Returned, ReportMove.Submit) => To(ReportState.Submitted),
            (ReportState.Submitted, ReportMove.Submit) => To(ReportState.Submitted), // a correction before anyone has decided
            // by an officer, or by accepting a nil that was handed in
            (ReportState.Open or ReportState.Returned or ReportState.Submitted, ReportMove.DeclareNil) => To(ReportState.NilReturn),
            (ReportState.Submitted, ReportMove.Return) => To(ReportState.Returned),
            (ReportState.Submitted, ReportMove.Accept) => To(ReportState.Accepted),
            (ReportState.NotDue or ReportState.Open or ReportState.Returned or ReportState.Submitted, ReportMove.Waive) => To(
                ReportState.Waived
            ),
            (ReportState.Submitted, ReportMove.Recall) => To(ReportState.Returned),
            (ReportState.Accepted, ReportMove.Reopen) => To(ReportState.Returned),
            (ReportState.Accepted, ReportMove.Lock) => To(ReportState.Locked),
            (ReportState.Open or ReportState.Returned, ReportMove.Miss) => To(ReportState.Missed),
            _ when HasEnded(from) => new MoveResult.Refused("report-has-ended", Texts.ReportEndedFigureCanStillRestated),
            _ => new MoveResult.Refused("report-state", Texts.ReportNotStateAllows),
        };

    /// <summary>The transition that the calendar alone causes now; null if there is none. After an outage, ask again until it is
    /// null.</summary>
    /// <remarks>A report that waits for its reviewer at the lock is not missed: it is locked once accepted.</remarks>
    public static ReportMove? DueNow(ReportingPeriod period, ReportState state, DateTimeOffset now) =>
        state switch
        {
            ReportState.NotDue when now >= period.Opens => ReportMove.Open,
            ReportState.Open or ReportState.Returned when now >= period.Locks => ReportMove.Miss,
            ReportState.Accepted when now >= period.Locks => ReportMove.Lock,
            _ => null,
        };

    /// <summary>When to call <see cref="DueNow"/> again; null once time changes nothing.</summary>
    public static DateTimeOffset? NextChange(ReportingPeriod period, ReportState state) =>
        state switch
        {
            ReportState.NotDue => period.Opens,
            ReportState.Open or ReportState.Returned or ReportState.Accepted => period.Locks,
            _ => null,
        };

    private static MoveResult.Moved To(ReportState state) => new(state);
}
