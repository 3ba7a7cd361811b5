using ACip.Workflows.Audit;
using ACip.Workflows.Mail;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.Tasks;

/// <param name="Wake">Number of the workflow's turn, counted by the workflow.</param>
public sealed record TaskWake(TaskRef Task, int Wake);

/// <summary>How a task stands after what was due has been done.</summary>
/// <param name="Outcome">Null while it is open.</param>
/// <param name="Mails">Keys of mails that this turn has to send.</param>
public sealed record TaskStanding(TaskOutcome? Outcome, IReadOnlyList<string> Mails, DateTimeOffset NextWake);

public sealed class TaskActivities(ProgrammeTable table, TaskMails mails, TimeProvider clock)
{
    /// <summary>Does what the policy wants done by now: ask, remind, escalate or give up. Mails are written in the same commit.</summary>
    [Function(nameof(TakeTaskStep))]
    public Task<TaskStanding> TakeTaskStep([ActivityTrigger] TaskWake wake, CancellationToken cancellation) =>
        table.DecideAsync(() => DecideAsync(wake, cancellation), cancellation);

    private async Task<(Unit?, TaskStanding)> DecideAsync(TaskWake wake, CancellationToken cancellation)
    {
        Row<HumanTaskFile> row = await TaskRows.FindAsync(table, wake.Task, cancellation)
            ?? throw new InvalidOperationException($"Task {wake.Task.Task} has no row in stream {wake.Task.Stream}.");
        HumanTaskFile task = row.Value;
        DateTimeOffset now = clock.GetUtcNow();
        TaskPolicy policy = TaskPolicy.Standard;
        IReadOnlyList<string> unsent = [.. task.Steps.Where(step => step.Wake == wake.Wake).SelectMany(step => step.Mails)];

        if (task.State != TaskState.Open || unsent.Count > 0)
        {
            return (null, Standing(task, unsent));
        }

        if (now >= task.Expires)
        {
            HumanTaskFile expired = task with { State = TaskState.Expired, EndedAt = now };
            return (new Unit(wake.Task.Stream).Replace(row, expired).Record(new AuditEntry(AuditKind.TaskExpired, task.Id.Value)), Standing(expired, []));
        }

        if (policy.DueStep(task, now) is not { } step)
        {
            return (null, Standing(task, []));
        }

        var unit = new Unit(wake.Task.Stream);
        IReadOnlyList<string> keys = await mails.ComposeAsync(unit, task, step, now, cancellation);
        HumanTaskFile after = task with { Steps = [.. task.Steps, new TaskStep(step.Key, now, wake.Wake, keys)] };
        AuditKind kind = step.Anchor is null ? AuditKind.TaskAsked : step.Also.Count == 0 ? AuditKind.TaskReminded : AuditKind.TaskEscalated;
        unit.Replace(row, after).Record(new AuditEntry(kind, task.Id.Value, Reason: $"policy {policy.Version}: {step.Key}"));
        return (unit, Standing(after, keys));

        TaskStanding Standing(HumanTaskFile file, IReadOnlyList<string> toSend) =>
            new(file.State == TaskState.Open ? null : new TaskOutcome(file.State, file.AnsweredBy), toSend, policy.NextWake(file, now));
    }
}
