using System.Text.Json.Serialization;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Tasks;

/// <summary>Where a task stands: its stream and id. What workflows pass to one another.</summary>
public sealed record TaskRef(StreamId Stream, TaskId Task)
{
    public string InstanceId => $"task:{Task}";

    public string RowKey => TaskRows.Key(Task);
}

/// <summary>Something that one person, or one of several, must do by a date.</summary>
/// <param name="Subject">What it is about within the stream: a period key, a plan version, a donor period.</param>
/// <param name="Round">1, and one more each time the matter is sent back.</param>
/// <param name="People">Who is asked, and whose answer counts.</param>
/// <param name="Backups">Who is told when they stay silent, by the policy's audience.</param>
/// <param name="AskedAt">When the first mail goes out.</param>
/// <param name="Due">Last instant in time.</param>
/// <param name="Expires">When it is given up.</param>
/// <param name="Steps">What was done so far, in order.</param>
/// <param name="QuestionsBack">How often the answer had to be asked back for.</param>
public sealed record HumanTaskFile(
    TaskId Id,
    TaskKind Kind,
    string Subject,
    int Round,
    IReadOnlyList<PersonId> People,
    IReadOnlyList<BackupPerson> Backups,
    DateTimeOffset AskedAt,
    DateTimeOffset Due,
    DateTimeOffset Expires,
    IReadOnlyList<TaskStep> Steps,
    TaskState State = TaskState.Open,
    PersonId? AnsweredBy = null,
    DateTimeOffset? EndedAt = null,
    int QuestionsBack = 0)
{
    public static HumanTaskFile Ask(TaskId id, TaskKind kind, string subject, int round, IReadOnlyList<PersonId> people, IReadOnlyList<BackupPerson> backups, DateTimeOffset askedAt, DateTimeOffset due, DateTimeOffset expires) =>
        new(id, kind, subject, round, people, backups, askedAt, due, expires, []);

    public HumanTaskFile Answered(PersonId by, DateTimeOffset at) => this with { State = TaskState.Answered, AnsweredBy = by, EndedAt = at };
}

/// <param name="Audience">Which steps of the policy reach this person.</param>
public sealed record BackupPerson(PersonId Person, Role Audience);

/// <param name="Key">Key of the policy's step; each is taken once.</param>
/// <param name="Wake">Turn of the workflow that took it: a repeated turn finds its mails again.</param>
public sealed record TaskStep(string Key, DateTimeOffset At, int Wake, IReadOnlyList<string> Mails);

[JsonConverter(typeof(JsonStringEnumConverter<TaskKind>))]
public enum TaskKind { DraftPlan, ApprovePlan, ReportQuarter, ReviewReport, SignDonorReport }

[JsonConverter(typeof(JsonStringEnumConverter<TaskState>))]
public enum TaskState { Open, Answered, Expired, Cancelled }

/// <summary>How a task ended, for the workflow that asked.</summary>
public sealed record TaskOutcome(TaskState State, PersonId? By);
