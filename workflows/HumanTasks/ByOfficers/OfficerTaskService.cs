using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.ByOfficers;

/// <summary>What officers do to an administration's open task: remind now, or ask others. Each act needs a reason and has its own audit
/// event.</summary>
public sealed class OfficerTaskService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    TaskKinds kinds,
    TaskMails mails,
    TimeProvider clock
)
{
    private const string Step = "by-officer-";

    /// <summary>Roles in an administration that can be asked in the coordinator's place.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.Coordinator, Role.Alternate, Role.HeadOfCustoms];

    /// <summary>Sends one more reminder, in the officer's words. The same words from the same officer on the same day count as the same
    /// reminder.</summary>
    public Task<CommandResult> RemindAsync(TaskRef id, string reason, PersonId by, CancellationToken cancellation) =>
        ChangeAsync(
            id,
            reason,
            async (unit, task, register, now) =>
            {
                TaskReminders reminders = await RemindersAsync(task, register, now, cancellation);
                if (Reminded(task, reason, by, now))
                {
                    return (null, new CommandResult.Recorded(null));
                }

                if (RefuseReminder(task, reminders.People) is { } refused)
                {
                    return (null, refused);
                }

                IReadOnlyList<string> keys = await mails.RemindAsync(
                    unit,
                    task,
                    reminders.People.Asked,
                    KeyOf(reason, by, now),
                    reason,
                    cancellation
                );
                unit.Record(new AuditEntry(AuditKind.TaskReminded, task.Id.Value, by, reason));
                var taken = new TaskNextAction(KeyOf(reason, by, now), reminders.People.Asks, now, 0, [], keys);
                return (
                    task with
                    {
                        Steps = [.. task.Steps, taken],
                    },
                    new CommandResult.Recorded(null) { Mails = new MailsOfStream(id.Stream, keys) }
                );
            },
            cancellation
        );

    /// <summary>Moves the task to another role in the administration: from now on whoever holds that is asked. Others are still told if
    /// they do not answer. What one colleague was asked for is asked of the people who hold the role today.</summary>
    public Task<CommandResult> MoveAsync(TaskRef id, Role to, string reason, PersonId by, CancellationToken cancellation) =>
        ChangeAsync(
            id,
            reason,
            async (unit, task, register, now) =>
            {
                if (RefuseMove(task, to, register, DateOnly.FromDateTime(now.UtcDateTime)) is { } refused)
                {
                    return (null, refused);
                }

                if (Moved(task, to, register, now))
                {
                    return (null, new CommandResult.Recorded(null));
                }

                IReadOnlyList<PersonId> people = Holding(task, to, register, now);
                HumanTaskRecord after = IsOfNamed(task)
                    ? task with
                    {
                        Named = people,
                        MovedFor = reason,
                    }
                    : task with
                    {
                        Named = null,
                        MovedTo = to == OwnRole(task) ? null : to,
                        MovedFor = reason,
                    };
                unit.Record(new AuditEntry(AuditKind.TaskMoved, task.Id.Value, by, $"{to}: {reason}"));
                // whoever takes it over is asked by the workflow; who was never asked has nothing to be told
                DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
                PersonId[] before = task.Steps.Count == 0 ? [] : [.. TaskPeople.AskedBefore(task, register, today).Except(people)];
                IReadOnlyList<string> told = await mails.TellMovedAsync(unit, after, before, people, cancellation);
                return (
                    told.Count == 0 ? after : await WithTheOverdueToldAsync(after, told, register, now, cancellation),
                    new CommandResult.Recorded(id.InstanceId) { Mails = told.Count == 0 ? null : new MailsOfStream(id.Stream, told) }
                );
            },
            cancellation
        );

    /// <summary>Who has just read that others are asked needs no second mail which says that those have not answered yet.</summary>
    private async Task<HumanTaskRecord> WithTheOverdueToldAsync(
        HumanTaskRecord after,
        IReadOnlyList<string> told,
        ProgrammeRegister register,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        TaskReminders reminders = await RemindersAsync(after, register, now, cancellation);
        IReadOnlyList<string> covers = reminders.Pending(now, after, Audience.Alternate);
        return after with { Steps = [.. after.Steps, new TaskNextAction("moved", Audience.Alternate, now, 0, covers, told)] };
    }

    /// <summary>Whether the act would be refused or has been done already; if neither, it can be done.</summary>
    internal async Task<(CommandResult.Refused? Refused, bool Before, IReadOnlyList<PersonId> People)> LookAsync(
        HumanTaskRecord task,
        Role? to,
        string reason,
        PersonId by,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        ProgrammeRegister register = await directory.ReadForAsync(
            known => to is not { } wanted || RefuseMove(task, wanted, known, DateOnly.FromDateTime(now.UtcDateTime)) is null,
            cancellation
        );
        if (task.State != TaskState.Open)
        {
            return (Closed, false, []);
        }

        if (to is { } role)
        {
            CommandResult.Refused? no = RefuseMove(task, role, register, DateOnly.FromDateTime(now.UtcDateTime));
            return (no, no is null && Moved(task, role, register, now), Holding(task, role, register, now));
        }

        TaskPeople people = (await RemindersAsync(task, register, now, cancellation)).People;
        bool before = Reminded(task, reason, by, now);
        return (before ? null : RefuseReminder(task, people), before, people.Asked);
    }

    private static CommandResult.Refused Closed { get; } = new("task-closed", "The task takes no answers any more.");

    private static CommandResult.Refused? RefuseReminder(HumanTaskRecord task, TaskPeople people) =>
        people.Asked.Count == 0 ? new("nobody-asked", "Nobody is asked.")
        : !task.Steps.Any(step => step.To == people.Asks) ? new("not-asked-yet", "They have not been asked yet.")
        : null;

    private static CommandResult.Refused? RefuseMove(HumanTaskRecord task, Role to, ProgrammeRegister register, DateOnly today) =>
        !task.AsksCoordinator || task.Administration is null ? new("task-of-secretariat", "This is asked of nobody in an administration.")
        : !Roles.Contains(to) || register.Holding(to, today, task.Administration).Count == 0
            ? new("nobody-holds-role", "Nobody of the administration has this role.")
        : null;

    private static IReadOnlyList<PersonId> Holding(HumanTaskRecord task, Role to, ProgrammeRegister register, DateTimeOffset now) =>
        register.Holding(to, DateOnly.FromDateTime(now.UtcDateTime), task.Administration);

    private bool Moved(HumanTaskRecord task, Role to, ProgrammeRegister register, DateTimeOffset now) =>
        IsOfNamed(task)
            ? (task.Named ?? task.People).ToHashSet().SetEquals(Holding(task, to, register, now))
            : task.Named is null && (task.MovedTo ?? OwnRole(task)) == to;

    private bool IsOfNamed(HumanTaskRecord task) => kinds.Of(task.Kind).Definition.AsksNamed;

    private static Role OwnRole(HumanTaskRecord task) => task.AsksHead == true ? Role.HeadOfCustoms : Role.Coordinator;

    private static bool Reminded(HumanTaskRecord task, string reason, PersonId by, DateTimeOffset now) =>
        task.Steps.Any(step => step.Key == KeyOf(reason, by, now));

    private static string KeyOf(string reason, PersonId by, DateTimeOffset now) =>
        Step + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{by} {now:yyyyMMdd} {reason.Trim()}")))[..12];

    private async Task<TaskReminders> RemindersAsync(
        HumanTaskRecord task,
        ProgrammeRegister register,
        DateTimeOffset now,
        CancellationToken cancellation
    ) => TaskReminders.Of(task, register, await settings.ReadAsync(cancellation), now, TaskKinds.Nobody);

    private Task<CommandResult> ChangeAsync(
        TaskRef id,
        string reason,
        Func<UnitOfWork, HumanTaskRecord, ProgrammeRegister, DateTimeOffset, Task<(HumanTaskRecord? After, CommandResult Result)>> change,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (string.IsNullOrWhiteSpace(reason))
                {
                    return (null, new CommandResult.Refused("reason-needed", "This needs a reason: it is kept and told."));
                }

                if (TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer)
                {
                    return (null, longer);
                }

                if (await TaskRows.FindAsync(table, id, cancellation) is not { } row)
                {
                    return (null, new CommandResult.Refused("no-such-task", "There is no such task."));
                }

                if (row.Value.State != TaskState.Open)
                {
                    return (null, Closed);
                }

                var unit = new UnitOfWork(id.Stream);
                (HumanTaskRecord? after, CommandResult result) = await change(
                    unit,
                    row.Value,
                    await directory.ReadForAsync(row.Value.Administration, cancellation),
                    clock.GetUtcNow()
                );
                return (after is null ? null : unit.Replace(row, after), result);
            },
            cancellation
        );
}
