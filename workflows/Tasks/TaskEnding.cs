using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Tasks;

/// <summary>Ends a task in the commit of what answers it.</summary>
internal static class TaskEnding
{
    /// <returns>The task that waited, or would have.</returns>
    public static Task<TaskRef> AnswerAsync(ProgrammeTable table, Unit unit, TaskRef name, PersonId by, DateTimeOffset at, CancellationToken cancellation) =>
        ChangeAsync(table, unit, name, task => task.Answered(by, at), new AuditEntry(AuditKind.TaskAnswered, name.Task.Value, by), cancellation);

    /// <summary>There is nothing more to answer.</summary>
    public static Task<TaskRef> CancelAsync(ProgrammeTable table, Unit unit, TaskRef name, PersonId by, DateTimeOffset at, CancellationToken cancellation) =>
        ChangeAsync(table, unit, name, task => task.Cancelled(by, at), new AuditEntry(AuditKind.TaskCancelled, name.Task.Value, by), cancellation);

    public static Task<TaskRef> ExtendAsync(ProgrammeTable table, Unit unit, TaskRef name, DateTimeOffset due, DateTimeOffset expires, DateTimeOffset at, CancellationToken cancellation) =>
        ChangeAsync(table, unit, name, task => task.ExtendedTo(due, expires, at), null, cancellation);

    private static async Task<TaskRef> ChangeAsync(ProgrammeTable table, Unit unit, TaskRef name, Func<HumanTaskFile, HumanTaskFile> change, AuditEntry? why, CancellationToken cancellation)
    {
        (TaskRef task, Row<HumanTaskFile>? row) = await TaskNames.CurrentAsync(table, name, cancellation);
        if (row is { Value.State: TaskState.Open })
        {
            unit.Replace(row, change(row.Value));
            if (why is not null)
            {
                unit.Record(why with { Subject = task.Task.Value });
            }
        }

        return task;
    }
}
