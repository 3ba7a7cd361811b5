using System.Text.Json.Serialization;
using ACip.Workflows.Events;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>One quarterly report: what it asks for, the answers so far, and the decisions.</summary>
/// <param name="Period">Its dates as they stand for this report: begins as the plan's row; an officer, or an outage, may extend
/// them.</param>
/// <param name="PlanVersion">The version of the plan whose items it asks for.</param>
/// <param name="Entries">What stands in it now, by code of the item: indicator, benchmark or <see cref="NarrativeSection"/>.</param>
/// <param name="Submissions">Each time it was handed in, and what was decided on that; all are kept.</param>
/// <param name="NoticeKey">The mail that tells of the last decision; null while there is none.</param>
public sealed record ReportRecord(
    PlanId Plan,
    AdministrationId Administration,
    ReportingPeriod Period,
    int PlanVersion,
    ReportState State,
    IReadOnlyDictionary<string, ReportEntry> Entries,
    IReadOnlyList<ReportSubmission> Submissions,
    string? NoticeKey = null
)
{
    /// <summary>Items accepted while others were sent back; they are not asked again.</summary>
    public IReadOnlyList<string> AcceptedItems { get; init; } = [];

    /// <summary>Extensions, each with its reason.</summary>
    public IReadOnlyList<DueExtension> Extensions { get; init; } = [];

    /// <summary>Requests for more time, each with its decision; null if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MoreTimeRequest>? TimesAsked { get; init; }

    [JsonIgnore]
    public IReadOnlyList<MoreTimeRequest> TimeRequests => TimesAsked ?? [];

    /// <summary>Parts assigned to others in the administration; null if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AssignedPart>? Contributions { get; init; }

    /// <summary>Proposed contributors who are not registered, each with the decision; null if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ContributorRequest>? ContributorRequests { get; init; }

    /// <summary>Why an officer ended it without figures; null if no officer did.</summary>
    public OfficerEnding? EndedBy { get; init; }

    /// <summary>Risks, deviations and delivery events, beside the figures.</summary>
    public ReportNotes Notes { get; init; } = ReportNotes.None;

    /// <summary>Everybody who added a note; none of them may decide on the report.</summary>
    public IReadOnlyList<PersonId> NotedBy { get; init; } = [];

    /// <summary>The round in which the coordinator was last asked about gaps. If submitted again in that round, the report is accepted
    /// with them.</summary>
    public int GapsAskedIn { get; init; }

    /// <summary>How many times an answer was changed by a later one; each change is a row of its own.</summary>
    public int Corrections { get; init; }

    /// <summary>How many restatements were proposed after it ended.</summary>
    public int Restatements { get; init; }

    /// <summary>When the answer of this round is due, where it was sent or taken back; an extension may be later. Null in the first round,
    /// and in older rows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AnswerBy { get; init; }

    [JsonIgnore]
    public DateTimeOffset Due => Period.Due;

    /// <summary>The current round: the first is 1; each return and each submission taken back begins the next.</summary>
    [JsonIgnore]
    public int Round => Submissions.Count(submission => submission.SentBack is not null) + 1;

    [JsonIgnore]
    public ReviewDecision? LastDecision => Submissions.Count == 0 ? null : Submissions[^1].Decision;

    /// <summary>The answer at the start of a round, with which that round's form is filled in, however late the form is shown or
    /// returned.</summary>
    public ReplyFigure? SentBackAnswer(string item, int round) =>
        !Entries.TryGetValue(item, out ReportEntry? entry) ? null
        : entry.SentBack.FirstOrDefault(kept => kept.Round >= round) is { } kept ? kept.Answer
        : entry.ToFigure();

    [JsonIgnore]
    public bool TakesAnswers => State is ReportState.Open or ReportState.Returned or ReportState.Submitted;

    public static string InstanceIdOf(PlanId plan, PeriodKey period) => $"report:{plan}:{period}";

    public static ReportRecord NotDue(PlanId plan, AdministrationId administration, ReportingPeriod period, int planVersion) =>
        new(plan, administration, period, planVersion, ReportState.NotDue, new Dictionary<string, ReportEntry>(), []);

    public bool IsOverdue(DateTimeOffset now) => ReportLifecycle.IsOverdue(State, AnswerBy > Due ? AnswerBy.Value : Due, now);
}

/// <summary>The answer to one item, not yet accepted.</summary>
/// <param name="Groups">Values by group's word.</param>
/// <param name="At">When it was said, not when it was worked on.</param>
/// <param name="AsWritten">The line as the person wrote it, for the reviewer.</param>
/// <param name="Source">Where it came from: "mail:{key}", "page:{key}" or "api:{key}"; "officer:{key}" where an officer entered it on
/// behalf of the administration.</param>
public sealed record ReportEntry(
    string Item,
    decimal? Value,
    bool? Reached,
    DateOnly? Date,
    string? Narrative,
    string? MissingReason,
    IReadOnlyDictionary<string, decimal> Groups,
    IReadOnlyList<string> EvidenceSha256,
    PersonId By,
    DateTimeOffset At,
    EntrySource Source,
    string AsWritten
)
{
    /// <summary>The answers at the start of each round that began with a return and in which the item was answered anew; in
    /// order.</summary>
    public IReadOnlyList<SentBackAnswer> SentBack { get; init; } = [];

    [JsonIgnore]
    public bool IsOnBehalf => Source.IsOnBehalf;

    /// <summary>The counts behind a share; null if it was given without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GivenCounts? Counts { get; init; }

    /// <summary>The status of a result or an activity. The accompanying sentence is the narrative.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ItemStatus? Status { get; init; }

    public ReplyFigure ToFigure() =>
        new(Item, Value, Reached, Date, MissingReason, Narrative, Groups, AsWritten) { Counts = Counts, Status = Status };

    /// <summary>As <see cref="Arrival"/>; null in older rows.</summary>
    public long? Order { get; init; }

    [JsonIgnore]
    public Arrival Arrived => new(At, Order ?? 0);
}

/// <param name="Answer">Null where there was none.</param>
public sealed record SentBackAnswer(int Round, ReplyFigure? Answer);

/// <param name="NilReason">There is nothing to report, and why.</param>
public sealed record ReportSubmission(
    int Number,
    PersonId By,
    DateTimeOffset At,
    EntrySource Source,
    string? NilReason = null,
    ReviewDecision? Decision = null
)
{
    [JsonIgnore]
    public bool IsOnBehalf => Source.IsOnBehalf;

    /// <summary>Null unless the submission was taken back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TakenBack? TakenBack { get; init; }

    /// <summary>Who ended the submission without accepting it, and why; null if it is undecided, or accepted and not reopened.</summary>
    [JsonIgnore]
    public ReviewDecision? SentBack =>
        TakenBack is { } taken ? new ReviewDecision(false, taken.By, taken.At, taken.Reason, new Dictionary<string, string>())
        : Decision is { Accepted: false } ? Decision
        : null;
}

/// <param name="Reason">Always there when sent back.</param>
/// <param name="Items">Reasons by code of the item they concern.</param>
/// <param name="AcceptedItems">When sent back: what was accepted all the same.</param>
public sealed record ReviewDecision(
    bool Accepted,
    PersonId By,
    DateTimeOffset At,
    string? Reason,
    IReadOnlyDictionary<string, string> Items,
    IReadOnlyList<string>? AcceptedItems = null
);

/// <param name="By">Null: the platform, which had stood still.</param>
public sealed record DueExtension(DateTimeOffset From, DateTimeOffset To, PersonId? By, DateTimeOffset At, string Reason);

/// <summary>How an officer ended the report: waived, or nil on behalf of the administration.</summary>
public sealed record OfficerEnding(PersonId By, DateTimeOffset At, string Reason);

/// <summary>What a report says besides its figures. New notes replace all earlier ones.</summary>
/// <param name="Events">Workshops, missions and the like, with participants by sex.</param>
public sealed record ReportNotes(
    IReadOnlyList<ReportedRisk> Risks,
    IReadOnlyList<ReportedDeviation> Deviations,
    IReadOnlyList<DeliveredEvent> Events
)
{
    public static ReportNotes None { get; } = new([], [], []);
}

/// <param name="Code">Of the plan's risk, or a new one.</param>
/// <param name="Likelihood">1 to 5, as in the plan.</param>
/// <param name="Impact">1 to 5.</param>
public sealed record ReportedRisk(string Code, string Statement, int Likelihood, int Impact, string? WhatIsDone);

/// <summary>A deviation from the plan.</summary>
/// <param name="Item">Code of the result, indicator, benchmark or activity.</param>
public sealed record ReportedDeviation(string Item, string WhatAndWhy, string? WhatIsDone);
