using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks;

/// <summary>Ends a task in the commit of what answers it.</summary>
internal static class TaskEnding
{
    /// <returns>The task that waited, or would have.</returns>
    public static Task<TaskRef> AnswerAsync(
        ProgrammeTable table,
        UnitOfWork unit,
        TaskRef name,
        PersonId by,
        DateTimeOffset at,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            unit,
            TaskNames.CurrentAsync(table, name, cancellation),
            task => task.Answered(by, at),
            new AuditEntry(AuditKind.TaskAnswered, name.Task.Value, by)
        );

    /// <param name="read">All tasks whose names begin so.</param>
    /// <returns>The task that waited, or would have.</returns>
    public static Task<TaskRef> AnswerAsync(FoundRows read, UnitOfWork unit, TaskRef name, PersonId by, DateTimeOffset at) =>
        ChangeAsync(
            unit,
            TaskNames.CurrentAsync(read, name),
            task => task.Answered(by, at),
            new AuditEntry(AuditKind.TaskAnswered, name.Task.Value, by)
        );

    /// <summary>Cancels a task to which no answer is needed any more.</summary>
    public static Task<TaskRef> CancelAsync(
        ProgrammeTable table,
        UnitOfWork unit,
        TaskRef name,
        PersonId by,
        DateTimeOffset at,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            unit,
            TaskNames.CurrentAsync(table, name, cancellation),
            task => task.Cancelled(by, at),
            new AuditEntry(AuditKind.TaskCancelled, name.Task.Value, by)
        );

    /// <summary>Cancels every open task of a stream.</summary>
    /// <returns>The workflows that waited.</returns>
    public static async Task<IReadOnlyList<WakeUp>> CancelAllAsync(
        ProgrammeTable table,
        UnitOfWork unit,
        PersonId by,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        var waiting = new List<WakeUp>();
        foreach (Row<HumanTaskRecord> task in await table.ListAsync<HumanTaskRecord>(unit.Stream, TaskRows.Prefix, cancellation))
        {
            if (task.Value.State == TaskState.Open)
            {
                unit.Replace(task, task.Value.Cancelled(by, at)).Record(new AuditEntry(AuditKind.TaskCancelled, task.Value.Id.Value, by));
                waiting.Add(new WakeUp(new TaskRef(unit.Stream, task.Value.Id).InstanceId, HumanTask.Answered));
            }
        }

        return waiting;
    }

    public static Task<TaskRef> ExtendAsync(
        ProgrammeTable table,
        UnitOfWork unit,
        TaskRef name,
        DateTimeOffset due,
        DateTimeOffset expires,
        DateTimeOffset at,
        CancellationToken cancellation
    ) => ChangeAsync(unit, TaskNames.CurrentAsync(table, name, cancellation), task => task.ExtendedTo(due, expires, at), null);

    private static async Task<TaskRef> ChangeAsync(
        UnitOfWork unit,
        Task<(TaskRef Task, Row<HumanTaskRecord>? Row)> current,
        Func<HumanTaskRecord, HumanTaskRecord> change,
        AuditEntry? why
    )
    {
        (TaskRef task, Row<HumanTaskRecord>? row) = await current;
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
