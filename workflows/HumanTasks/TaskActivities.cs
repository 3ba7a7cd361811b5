using System.Globalization;
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

/// <summary>The state of a task after everything due has been done.</summary>
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
    /// <summary>If a workflow wakes later than this after a task's expiry, the platform was not running.</summary>
    private static readonly TimeSpan StoodStill = TimeSpan.FromHours(6);

    /// <summary>Calendar days that people then still get, because nobody could answer while the platform was away.</summary>
    private const int DaysOfGrace = 14;

    /// <summary>Does what the policy requires by now: ask, remind, escalate or expire. Mails are written in the same commit and sent after
    /// it.</summary>
    [Function(nameof(TakeTaskStep))]
    public async Task<HumanTaskStatus> TakeTaskStep([ActivityTrigger] TaskWake wake, CancellationToken cancellation)
    {
        HumanTaskStatus status = await table.DecideAsync(() => DecideAsync(wake, cancellation), cancellation);
        return status with { Mails = await post.SendAsync(wake.Task.Stream, status.Mails, cancellation) };
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

        ProgrammeRegister register = await directory.ReadForAsync(task.Administration, cancellation);
        CycleSettings rules = await settings.ReadAsync(cancellation);
        IReadOnlySet<PersonId> authors = await kinds.Of(task.Kind).AuthorsAsync(wake.Task.Stream, task, read, cancellation);
        TaskReminders reminders = TaskReminders.Of(task, register, rules, now, authors);
        if (unsent.Length > 0)
        {
            return (null, StatusOf(task, unsent, reminders, now));
        }

        var unit = new UnitOfWork(wake.Task.Stream);
        if (now >= task.Expires)
        {
            if (task.GivenGrace || now - task.Expires < StoodStill)
            {
                HumanTaskRecord expired = task with { State = TaskState.Expired, EndedAt = now };
                unit.Replace(row, expired).Record(new AuditEntry(AuditKind.TaskExpired, task.Id.Value));
                return (unit, StatusOf(expired, [], reminders, now));
            }

            WorkingCalendar home = reminders.Home;
            task = task with { GivenGrace = true, Expires = home.EndOfWorkingDay(home.DayOf(now).AddDays(DaysOfGrace)) };
            unit.Record(new AuditEntry(AuditKind.DueDateExtended, task.Id.Value, Reason: "the platform stood still when the time was up"));
        }

        var step = new Step(unit, reminders, read, wake.Wake, now);
        HumanTaskRecord after = task with { Policy = reminders.Policy.Version };
        after = await AskSuccessorsAsync(step, after, cancellation);
        after = await TellNobodyAnswersAsync(step, after, register, cancellation);
        after = await RemindAsync(step, after, cancellation);
        after = await TellGraceAsync(step, after, cancellation);
        return unit.Audit.Count == 0
            ? (null, StatusOf(task, [], reminders, now))
            : (
                unit.Replace(row, after),
                StatusOf(after, [.. after.Steps.Where(one => one.Wake == wake.Wake).SelectMany(one => one.Mails)], reminders, now)
            );
    }

    /// <summary>Asks people who took up the role, or came back to it, after the others were asked.</summary>
    private async Task<HumanTaskRecord> AskSuccessorsAsync(Step step, HumanTaskRecord task, CancellationToken cancellation)
    {
        TaskPeople people = step.Reminders.People;
        if (!people.IsForSuccessors(task) || step.Reminders.WorkingMoment(step.Now) > step.Now)
        {
            return task;
        }

        PersonId[] successors = [.. people.Asked.Except(task.People)];
        IReadOnlyList<string> keys = await mails.AskAsync(
            step.Unit,
            task,
            successors,
            step.Read,
            cancellation,
            string.Create(CultureInfo.InvariantCulture, $"ask-s{task.Steps.Count}")
        );
        step.Unit.Record(new AuditEntry(AuditKind.TaskAsked, task.Id.Value, Reason: "the role has changed hands"));
        return task with { People = people.Asked, Steps = [.. task.Steps, step.Taken("successor", people.Asks, [], keys)] };
    }

    private async Task<HumanTaskRecord> TellNobodyAnswersAsync(
        Step step,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        if (!NobodyLeft.IsToBeTold(task, step.Reminders.People, step.Now) || step.Reminders.WorkingMoment(step.Now) > step.Now)
        {
            return task;
        }

        IReadOnlyList<string> keys = await mails.TellNobodyAnswersAsync(step.Unit, task, register, step.Read, cancellation);
        string why = task.AsksCoordinator ? "nobody is left who could answer" : "nobody is left who may decide";
        step.Unit.Record(new AuditEntry(AuditKind.TaskEscalated, task.Id.Value, Reason: why));
        return task with { People = [], Steps = [.. task.Steps, step.Taken(NobodyLeft.Step, Audience.ProgrammeOfficer, [], keys)] };
    }

    /// <summary>Asks for the first time, reminds or escalates, according to the policy.</summary>
    private async Task<HumanTaskRecord> RemindAsync(Step step, HumanTaskRecord task, CancellationToken cancellation)
    {
        TaskPeople people = step.Reminders.People;
        if (step.Reminders.Next(step.Now, task) is not { } next || next.At > step.Now)
        {
            return task;
        }

        bool first = !task.Steps.Any(one => one.To == people.Asks);
        HumanTaskRecord after = task;
        foreach (PlannedReminder reminder in next.Reminders)
        {
            IReadOnlyList<string> keys =
                reminder.Step.Channel == Channel.Page ? []
                : reminder.To == people.Asks && first ? await mails.AskAsync(step.Unit, after, people.Asked, step.Read, cancellation)
                : await mails.RemindAsync(step.Unit, after, reminder, people, step.Read, cancellation);
            after = after with { Steps = [.. after.Steps, step.Taken(reminder.Step.Code, reminder.To, reminder.Covers, keys)] };
        }

        AuditKind kind =
            next.Reminders.Any(one => one.To != people.Asks) ? AuditKind.TaskEscalated
            : first ? AuditKind.TaskAsked
            : AuditKind.TaskReminded;
        string steps = string.Join(", ", next.Reminders.Select(one => one.Step.Code).Distinct());
        step.Unit.Record(new AuditEntry(kind, task.Id.Value, Reason: $"policy {step.Reminders.Policy.Version}: {steps}"));
        return after with { People = people.Asked };
    }

    /// <summary>Tells those asked that there is time again, where no other mail of this turn does.</summary>
    private async Task<HumanTaskRecord> TellGraceAsync(Step step, HumanTaskRecord task, CancellationToken cancellation)
    {
        if (!step.Reminders.IsGraceToBeTold(task) || step.Reminders.WorkingMoment(step.Now) > step.Now)
        {
            return task;
        }

        TaskPeople people = step.Reminders.People;
        var grace = new PlannedReminder(people.Asks, new ReminderStep(TaskReminders.GraceStep, ReminderAnchor.Due, 1, [people.Asks]), []);
        IReadOnlyList<string> keys = task.Steps.Any(one => one.Wake == step.Wake && one.To == people.Asks)
            ? []
            : await mails.RemindAsync(step.Unit, task, grace, people, step.Read, cancellation);
        step.Unit.Record(new AuditEntry(AuditKind.TaskReminded, task.Id.Value, Reason: "there is time again after an outage"));
        return task with { People = people.Asked, Steps = [.. task.Steps, step.Taken(TaskReminders.GraceStep, people.Asks, [], keys)] };
    }

    private static HumanTaskStatus StatusOf(
        HumanTaskRecord task,
        IReadOnlyList<string> toSend,
        TaskReminders reminders,
        DateTimeOffset now
    ) => new(task.State == TaskState.Open ? null : new TaskOutcome(task.State, task.AnsweredBy), toSend, reminders.NextWake(now, task));

    /// <summary>Everything that one wake-up of a task does, in one commit.</summary>
    /// <param name="Read">What was read together with the task; null for nothing.</param>
    private sealed record Step(UnitOfWork Unit, TaskReminders Reminders, FoundRows? Read, int Wake, DateTimeOffset Now)
    {
        public TaskNextAction Taken(string code, Audience to, IReadOnlyList<string> covers, IReadOnlyList<string> mails) =>
            new(code, to, Now, Wake, covers, mails);
    }
}
