using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.HumanTasks;

/// <param name="Wake">Number of the workflow's turn, counted by the workflow.</param>
public sealed record TaskWake(TaskRef Task, int Wake);

/// <summary>How a task stands after what was due has been done.</summary>
/// <param name="Outcome">Null while it is open.</param>
/// <param name="Mails">Keys of mails that this turn has written and could not send.</param>
public sealed record HumanTaskStatus(TaskOutcome? Outcome, IReadOnlyList<string> Mails, DateTimeOffset NextWake);

public sealed class TaskActivities(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    TaskKinds kinds,
    TaskMails mails,
    MailPost post,
    TimeProvider clock
)
{
    /// <summary>A workflow that wakes later than this after a task's end was standing still with the platform, not waiting.</summary>
    private static readonly TimeSpan StoodStill = TimeSpan.FromHours(6);

    /// <summary>Calendar days that people then still get, for nobody could answer a platform that was away.</summary>
    private const int DaysOfGrace = 14;

    /// <summary>Does what the policy wants done by now: ask, remind, escalate or give up. Mails are written in the same commit, and sent
    /// after it.</summary>
    [Function(nameof(TakeTaskStep))]
    public async Task<HumanTaskStatus> TakeTaskStep([ActivityTrigger] TaskWake wake, CancellationToken cancellation)
    {
        HumanTaskStatus standing = await table.DecideAsync(() => DecideAsync(wake, cancellation), cancellation);
        return standing with { Mails = await post.SendAsync(wake.Task.Stream, standing.Mails, cancellation) };
    }

    private async Task<(UnitOfWork?, HumanTaskStatus)> DecideAsync(TaskWake wake, CancellationToken cancellation)
    {
        FoundRows? read = await kinds.ReadStepAsync(table, wake.Task, cancellation);
        Row<HumanTaskRecord> row =
            (read is null ? await TaskRows.FindAsync(table, wake.Task, cancellation) : read.Find<HumanTaskRecord>(wake.Task.RowKey))
            ?? throw new InvalidOperationException($"Task {wake.Task.Task} has no row in stream {wake.Task.Stream}.");
        HumanTaskRecord task = row.Value;
        DateTimeOffset now = clock.GetUtcNow();
        string[] unsent = [.. task.Steps.Where(step => step.Wake == wake.Wake).SelectMany(step => step.Mails)];
        if (task.State != TaskState.Open)
        {
            return (null, new HumanTaskStatus(new TaskOutcome(task.State, task.AnsweredBy), unsent, now));
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        CycleSettings rules = await settings.ReadAsync(cancellation);
        IReadOnlySet<PersonId> authors = await kinds.Of(task.Kind).AuthorsAsync(wake.Task.Stream, task, read, cancellation);
        TaskReminders reminders = TaskReminders.Of(task, register, rules, now, authors);
        (ReminderPolicy policy, TaskPeople people, WorkingCalendar home) = (reminders.Policy, reminders.People, reminders.Home);
        if (unsent.Length > 0)
        {
            return (null, StatusOf(task, unsent));
        }

        var unit = new UnitOfWork(wake.Task.Stream);
        if (now >= task.Expires)
        {
            if (task.GivenGrace || now - task.Expires < StoodStill)
            {
                HumanTaskRecord expired = task with { State = TaskState.Expired, EndedAt = now };
                return (unit.Replace(row, expired).Record(new AuditEntry(AuditKind.TaskExpired, task.Id.Value)), StatusOf(expired, []));
            }

            task = task with { GivenGrace = true, Expires = home.EndOfWorkingDay(home.DayOf(now).AddDays(DaysOfGrace)) };
            unit.Record(new AuditEntry(AuditKind.DueDateExtended, task.Id.Value, Reason: "the platform stood still when the time was up"));
        }

        HumanTaskRecord after = task with { Policy = policy.Version };
        if (people.IsForSuccessors(task) && reminders.WorkingMoment(now) <= now)
        {
            IReadOnlyList<string> keys = await mails.AskAsync(unit, after, [.. people.Asked.Except(task.People)], read, cancellation);
            after = after with
            {
                People = people.Asked,
                Steps = [.. after.Steps, new TaskNextAction("successor", people.Asks, now, wake.Wake, [], keys)],
            };
            unit.Record(new AuditEntry(AuditKind.TaskAsked, task.Id.Value, Reason: "the role has changed hands"));
        }

        if (reminders.IsNobodyToBeTold(now, after) && reminders.WorkingMoment(now) <= now)
        {
            IReadOnlyList<string> keys = await mails.TellNobodyDecidesAsync(unit, after, register, read, cancellation);
            after = after with
            {
                People = [],
                Steps = [.. after.Steps, new TaskNextAction(TaskReminders.NobodyStep, Audience.ProgrammeOfficer, now, wake.Wake, [], keys)],
            };
            unit.Record(new AuditEntry(AuditKind.TaskEscalated, task.Id.Value, Reason: "nobody is left who may decide"));
        }

        if (reminders.Next(now, after) is { } next && next.At <= now)
        {
            bool first = !after.Steps.Any(step => step.To == people.Asks);
            foreach (Reminder reminder in next.Reminders)
            {
                IReadOnlyList<string> keys =
                    reminder.Step.Channel == Channel.Page ? []
                    : reminder.To == people.Asks && first ? await mails.AskAsync(unit, after, people.Asked, read, cancellation)
                    : await mails.RemindAsync(unit, after, reminder, people, read, cancellation);
                after = after with
                {
                    Steps = [.. after.Steps, new TaskNextAction(reminder.Step.Code, reminder.To, now, wake.Wake, reminder.Covers, keys)],
                };
            }

            AuditKind kind =
                next.Reminders.Any(one => one.To != people.Asks) ? AuditKind.TaskEscalated
                : first ? AuditKind.TaskAsked
                : AuditKind.TaskReminded;
            after = after with { People = people.Asked };
            unit.Record(
                new AuditEntry(
                    kind,
                    task.Id.Value,
                    Reason: $"policy {policy.Version}: {string.Join(", ", next.Reminders.Select(one => one.Step.Code).Distinct())}"
                )
            );
        }

        return unit.Audit.Count == 0
            ? (null, StatusOf(task, []))
            : (
                unit.Replace(row, after),
                StatusOf(after, [.. after.Steps.Where(step => step.Wake == wake.Wake).SelectMany(step => step.Mails)])
            );

        HumanTaskStatus StatusOf(HumanTaskRecord file, IReadOnlyList<string> toSend)
        {
            return new(
                file.State == TaskState.Open ? null : new TaskOutcome(file.State, file.AnsweredBy),
                toSend,
                reminders.NextWake(now, file)
            );
        }
    }
}
