using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.HumanTasks;

/// <summary>Something that one person, or one of several, must do by a date.</summary>
/// <param name="Round">1, and one more each time the matter is sent back.</param>
/// <param name="Administration">Whose people are asked; null for a matter of several administrations.</param>
/// <param name="People">Who is asked, and whose answer counts; follows the roles, so a successor is asked too.</param>
/// <param name="AskedAt">When asking begins.</param>
/// <param name="Due">Last instant in time.</param>
/// <param name="Expires">When it is given up.</param>
/// <param name="Steps">What was sent so far, in order.</param>
/// <param name="QuestionsBack">How often the answer had to be asked back for. Where any words are an answer: how often it was changed by
/// mail.</param>
public sealed record HumanTaskRecord(
    TaskId Id,
    TaskKind Kind,
    TaskSubject Subject,
    int Round,
    AdministrationId? Administration,
    IReadOnlyList<PersonId> People,
    DateTimeOffset AskedAt,
    DateTimeOffset Due,
    DateTimeOffset Expires,
    IReadOnlyList<TaskNextAction> Steps,
    TaskState State = TaskState.Open,
    PersonId? AnsweredBy = null,
    DateTimeOffset? EndedAt = null,
    int QuestionsBack = 0
)
{
    /// <summary>The version of the reminder policy in force when the task began; null until then.</summary>
    public int? Policy { get; init; }

    /// <summary>How many times an officer has given more time. Reminders sent for an earlier due date do not count for a later
    /// one.</summary>
    public int Extended { get; init; }

    public DateTimeOffset? ExtendedAt { get; init; }

    /// <summary>True once expiry was put off because the platform was not running when it came.</summary>
    public bool GivenGrace { get; init; }

    /// <summary>People whom a mail about the task is known not to have reached, and when that last happened.</summary>
    public IReadOnlyList<NotReached> NotReached { get; init; } = [];

    /// <summary>True if the coordinator is asked. False: an approver, or an officer if nothing is to be decided.</summary>
    public bool AsksCoordinator { get; init; }

    /// <summary>As <see cref="TaskDefinition.AsksHead"/>; null in tasks older than that property.</summary>
    public bool? AsksHead { get; init; }

    /// <summary>The only people asked, as in <see cref="TaskDefinition.AsksNamed"/>; null if roles decide who is asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PersonId>? Named { get; init; }

    /// <summary>The role that an officer moved it to; null where its own is asked. Nobody in it: its own is asked again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Role? MovedTo { get; init; }

    /// <summary>Why an officer moved it last, in their words; null where nobody did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MovedFor { get; init; }

    /// <summary>The donor whose readers it is for; null for any other task.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DonorId? Readers { get; init; }

    /// <summary>Whether a donor's readers may reply; nothing is asked of them. Rows older than <see cref="Readers"/> say it by having ended
    /// by nobody.</summary>
    [JsonIgnore]
    public bool IsForReaders => Readers is not null || (!AsksCoordinator && State == TaskState.Answered && AnsweredBy is null);

    /// <summary>As <see cref="TaskDefinition.DecidedBy"/>.</summary>
    public IReadOnlyList<Role> DecidedBy { get; init; } = [];

    public static HumanTaskRecord Ask(
        TaskId id,
        TaskDefinition kind,
        TaskSubject subject,
        int round,
        AdministrationId? administration,
        IReadOnlyList<PersonId> people,
        DateTimeOffset askedAt,
        DateTimeOffset due,
        DateTimeOffset expires
    ) =>
        new(id, kind, subject, round, administration, people, askedAt, due, expires, [])
        {
            AsksCoordinator = kind.AsksCoordinator,
            AsksHead = kind.AsksHead ? true : null,
            Named = kind.AsksNamed ? people : null,
            DecidedBy = kind.DecidedBy,
        };

    /// <summary>Until when a link or an address holds that was mailed earlier: while the task is open, it may have been given more time
    /// since.</summary>
    public DateTimeOffset HoldsUntil(DateTimeOffset mailed) => State == TaskState.Open && Expires > mailed ? Expires : mailed;

    public HumanTaskRecord Answered(PersonId by, DateTimeOffset at) =>
        this with
        {
            State = TaskState.Answered,
            AnsweredBy = by,
            EndedAt = at,
        };

    public HumanTaskRecord Cancelled(PersonId by, DateTimeOffset at) =>
        this with
        {
            State = TaskState.Cancelled,
            AnsweredBy = by,
            EndedAt = at,
        };

    public HumanTaskRecord WithoutReaching(PersonId person, DateTimeOffset at) =>
        this with
        {
            NotReached = [.. NotReached.Where(one => one.Person != person), new NotReached(person, at)],
        };

    public HumanTaskRecord ExtendedTo(DateTimeOffset due, DateTimeOffset expires, DateTimeOffset at) =>
        this with
        {
            Due = due,
            Expires = expires,
            Extended = Extended + 1,
            ExtendedAt = at,
        };
}

/// <summary>A person whom a mail about the task did not reach.</summary>
public sealed record NotReached(PersonId Person, DateTimeOffset At);

/// <summary>A mail to one audience, or what the pages show in its place.</summary>
/// <param name="Key">Code of the policy's step.</param>
/// <param name="Covers">Keys recorded as sent: its own, and those that an outage made it stand for.</param>
/// <param name="Wake">Turn of the workflow that took it: a repeated turn finds its mails again.</param>
public sealed record TaskNextAction(
    string Key,
    Audience To,
    DateTimeOffset At,
    int Wake,
    IReadOnlyList<string> Covers,
    IReadOnlyList<string> Mails
);

[JsonConverter(typeof(JsonStringEnumConverter<TaskState>))]
public enum TaskState
{
    Open,
    Answered,
    Expired,
    Cancelled,
}

/// <summary>How a task ended, for the workflow that asked.</summary>
public sealed record TaskOutcome(TaskState State, PersonId? By);
