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

/// <summary>One quarterly report: what it asks for, what has been said so far, and what was decided.</summary>
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

    /// <summary>More time, each time with its reason.</summary>
    public IReadOnlyList<DueExtension> Extensions { get; init; } = [];

    /// <summary>More time that was asked for, each with what was decided; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MoreTimeRequest>? TimesAsked { get; init; }

    [JsonIgnore]
    public IReadOnlyList<MoreTimeRequest> TimeRequests => TimesAsked ?? [];

    /// <summary>Parts that others of the administration were asked for; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AssignedPart>? Contributions { get; init; }

    /// <summary>People who were to be asked for a part and are not registered, each with what was decided; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ContributorRequest>? ContributorRequests { get; init; }

    /// <summary>Why an officer ended it without figures; null where nobody did.</summary>
    public OfficerEnding? EndedBy { get; init; }

    /// <summary>Risks, deviations and delivery events, beside the figures.</summary>
    public ReportNotes Notes { get; init; } = ReportNotes.None;

    /// <summary>Everybody who has noted something; none of them may decide on the report.</summary>
    public IReadOnlyList<PersonId> NotedBy { get; init; } = [];

    /// <summary>The round in which the coordinator was last asked about gaps; handed in once more, it counts as it stands.</summary>
    public int GapsAskedIn { get; init; }

    /// <summary>How often an answer was changed by a later one; each is a row of its own.</summary>
    public int Corrections { get; init; }

    /// <summary>How many restatements were proposed after its end.</summary>
    public int Restatements { get; init; }

    [JsonIgnore]
    public DateTimeOffset Due => Period.Due;

    /// <summary>The round under way: the first is 1, and each return begins the next, as does each submission taken back.</summary>
    [JsonIgnore]
    public int Round => Submissions.Count(submission => submission.SentBack is not null) + 1;

    [JsonIgnore]
    public ReviewDecision? LastDecision => Submissions.Count == 0 ? null : Submissions[^1].Decision;

    /// <summary>What stood there when a round began, and so stands filled in in the form of that round, all through it and wherever it
    /// comes back later.</summary>
    public Figure? SentBackAnswer(string item, int round) =>
        !Entries.TryGetValue(item, out ReportEntry? entry) ? null
        : entry.SentBack.FirstOrDefault(kept => kept.Round >= round) is { } kept ? kept.Answer
        : entry.ToFigure();

    [JsonIgnore]
    public bool TakesAnswers => State is ReportState.Open or ReportState.Returned or ReportState.Submitted;

    public static string InstanceIdOf(PlanId plan, PeriodKey period) => $"report:{plan}:{period}";

    public static ReportRecord NotDue(PlanId plan, AdministrationId administration, ReportingPeriod period, int planVersion) =>
        new(plan, administration, period, planVersion, ReportState.NotDue, new Dictionary<string, ReportEntry>(), []);

    public bool IsOverdue(DateTimeOffset now) => Period.IsOverdue(now, State);
}

/// <summary>What was said about one item, not yet accepted.</summary>
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
    /// <summary>What stood there at the beginning of each round that began with a return and in which it was answered anew; in
    /// order.</summary>
    public IReadOnlyList<SentBackAnswer> SentBack { get; init; } = [];

    [JsonIgnore]
    public bool IsOnBehalf => Source.IsOnBehalf;

    /// <summary>The counts behind a share; null where it was given without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GivenCounts? Counts { get; init; }

    /// <summary>Of a result or an activity; the sentence beside it is the narrative.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ItemStatus? Status { get; init; }

    public Figure ToFigure() =>
        new(Item, Value, Reached, Date, MissingReason, Narrative, Groups, AsWritten) { Counts = Counts, Status = Status };

    /// <summary>As in <see cref="Arrival"/>; null in rows that are older than it.</summary>
    public long? Order { get; init; }

    [JsonIgnore]
    public Arrival Arrived => new(At, Order ?? 0);
}

/// <param name="Answer">Null where there was none.</param>
public sealed record SentBackAnswer(int Round, Figure? Answer);

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

    /// <summary>Null where it stands.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TakenBack? TakenBack { get; init; }

    /// <summary>Who ended it without its being accepted, and why; null where it is undecided, or accepted and not opened again.</summary>
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

/// <summary>A report ended by an officer: waived, or nil on behalf of the administration.</summary>
public sealed record OfficerEnding(PersonId By, DateTimeOffset At, string Reason);

/// <summary>What a report tells beside its figures. All of it replaces what stood there before.</summary>
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

/// <summary>Something that goes otherwise than planned.</summary>
/// <param name="Item">Code of the result, indicator, benchmark or activity.</param>
public sealed record ReportedDeviation(string Item, string WhatAndWhy, string? WhatIsDone);
