using System.Text.Json.Serialization;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>The state of a plan. The plan itself is in rows of its own, one per version.</summary>
/// <param name="Version">The last version approved; 0 before the first approval. Which of them a period is measured by:
/// <see cref="VersionFor"/>.</param>
/// <param name="Sha256">Hash of that version, over its canonical JSON.</param>
/// <param name="Rounds">Submissions with what was decided on them; all are kept.</param>
/// <param name="Periods">Dated rows, in order; empty before approval.</param>
/// <param name="ReportsStarted">How many of the periods have their report under way or behind them, from the first.</param>
/// <param name="DraftingFrom">When the coordinator is asked.</param>
public sealed record PlanRecord(
    PlanId Id,
    AdministrationId Administration,
    string Title,
    DateOnly Start,
    DateOnly End,
    PlanState State,
    int Version,
    string? Sha256,
    IReadOnlyList<PlanRound> Rounds,
    IReadOnlyList<ReportingPeriod> Periods,
    int ReportsStarted,
    DateTimeOffset DraftingFrom
)
{
    /// <summary>A plan that has a draft and nothing else yet.</summary>
    public static PlanRecord Begun(ActionPlan draft, DateTimeOffset now) =>
        new(draft.Id, draft.Administration, draft.Title, draft.Start, draft.End, PlanState.Drafting, 0, null, [], [], 0, now);

    /// <summary>Approved versions in order. Each stays in force until the first day of the next one.</summary>
    public IReadOnlyList<PlanVersion> Versions { get; init; } = [];

    /// <summary>The open revision; the approved version stays in force meanwhile. Null if there is none.</summary>
    public PlanRevision? Revision { get; init; }

    /// <summary>How many revisions have been opened, including withdrawn ones.</summary>
    public int RevisionsOpened { get; init; }

    /// <summary>Suspensions, reviews and endings, each with its reason, in order.</summary>
    public IReadOnlyList<PlanNote> Notes { get; init; } = [];

    /// <summary>Reviews of the whole plan, in order; at most the last one is open.</summary>
    public IReadOnlyList<PlanReviewStage> Reviews { get; init; } = [];

    [JsonIgnore]
    public string InstanceId => $"plan:{Administration.Value.ToLowerInvariant()}:{Id}";

    /// <summary>The current round: the first is 1, and each decision begins the next.</summary>
    [JsonIgnore]
    public int Round => Rounds.Count(round => round.Decision is not null) + 1;

    /// <summary>The stage of the draft, whether of the first version or of a revision.</summary>
    [JsonIgnore]
    public PlanState DraftStage => State == PlanState.UnderRevision && Revision is { } revision ? revision.Stage : State;

    [JsonIgnore]
    public bool TakesDraft => DraftStage is PlanState.Drafting or PlanState.Returned;

    [JsonIgnore]
    public bool IsOver => State is PlanState.Closed or PlanState.Cancelled;

    public PlanRecord WithDraftStage(PlanState stage) =>
        State == PlanState.UnderRevision && Revision is { } revision
            ? this with
            {
                Revision = revision with { Stage = stage },
            }
            : this with
            {
                State = stage,
            };

    /// <summary>The version against which a period starting on this day is measured.</summary>
    public int VersionFor(DateOnly periodStart) =>
        (Versions.LastOrDefault(version => version.From <= periodStart) ?? Versions.FirstOrDefault())?.Number ?? Version;
}

/// <param name="From">First day that is measured by it.</param>
/// <param name="Reason">Why it was revised; null for the first.</param>
public sealed record PlanVersion(int Number, string Sha256, DateOnly From, DateTimeOffset ApprovedAt, string? Reason = null);

/// <param name="Number">Counts all revisions of the plan.</param>
/// <param name="EffectiveFrom">First day of a reporting period: what the new version will be in force from.</param>
/// <param name="Stage">Drafting, Submitted or Returned.</param>
public sealed record PlanRevision(
    int Number,
    string Reason,
    DateOnly EffectiveFrom,
    PersonId OpenedBy,
    DateTimeOffset OpenedAt,
    PlanState Stage = PlanState.Drafting
)
{
    public static string InstanceIdOf(PlanId plan, int number) => $"revision:{plan}:{number}";
}

/// <summary>A remark about the whole plan.</summary>
public sealed record PlanNote(PlanNoteKind Kind, string Text, PersonId By, DateTimeOffset At);

[JsonConverter(typeof(JsonStringEnumConverter<PlanNoteKind>))]
public enum PlanNoteKind
{
    MidTermReview,
    Suspended,
    Resumed,
    Cancelled,
    Closed,
    RevisionWithdrawn,
    ClosingReview,
}

[JsonConverter(typeof(JsonStringEnumConverter<PlanState>))]
public enum PlanState
{
    Drafting,
    Submitted,
    Returned,
    Approved,
    Active,
    UnderRevision,
    Suspended,
    Closed,
    Cancelled,
}

/// <param name="DraftSha256">Hash of what was submitted.</param>
public sealed record PlanRound(
    int Number,
    PersonId SubmittedBy,
    DateTimeOffset SubmittedAt,
    EntrySource Source,
    string DraftSha256,
    PlanDecision? Decision = null
)
{
    /// <summary>First approvals that wait for a second; empty if one approver is enough.</summary>
    public IReadOnlyList<FirstApproval> Approvals { get; init; } = [];
}

/// <param name="Reason">Always there when sent back.</param>
/// <param name="Items">Reasons by code of the item they concern.</param>
public sealed record PlanDecision(bool Approved, PersonId By, DateTimeOffset At, string? Reason, IReadOnlyDictionary<string, string> Items);
