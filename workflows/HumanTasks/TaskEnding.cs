using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks;

/// <summary>Ends a task in the commit of what answers it.</summary>
internal static class TaskEnding
{
    /// <summary>Tasks ended per transaction, each with an event; a transaction holds a hundred rows.</summary>
    private const int AtOnce = 40;

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
            CurrentTask.CurrentAsync(table, name, cancellation),
            task => task.Answered(by, at),
            new AuditEntry(AuditKind.TaskAnswered, name.Task.Value, by)
        );

    /// <param name="read">All tasks whose names begin so.</param>
    /// <returns>The task that waited, or would have.</returns>
    public static Task<TaskRef> AnswerAsync(FoundRows read, UnitOfWork unit, TaskRef name, PersonId by, DateTimeOffset at) =>
        ChangeAsync(
            unit,
            CurrentTask.CurrentAsync(read, name),
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
            CurrentTask.CurrentAsync(table, name, cancellation),
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
        IReadOnlyList<Row<HumanTaskRecord>> tasks = await table.ListAsync<HumanTaskRecord>(unit.Stream, TaskRows.Prefix, cancellation);
        return Cancel(unit, tasks.Where(task => task.Value.State == TaskState.Open), by, at);
    }

    private static List<WakeUp> Cancel(UnitOfWork unit, IEnumerable<Row<HumanTaskRecord>> open, PersonId by, DateTimeOffset at)
    {
        var waiting = new List<WakeUp>();
        foreach (Row<HumanTaskRecord> task in open)
        {
            unit.Replace(task, task.Value.Cancelled(by, at)).Record(new AuditEntry(AuditKind.TaskCancelled, task.Value.Id.Value, by));
            waiting.Add(new WakeUp(new TaskRef(unit.Stream, task.Value.Id).InstanceId, HumanTask.Answered));
        }

        return waiting;
    }

    /// <summary>Cancels every open task of a stream with a decision, however many they are. Those that do not fit into its commit go before
    /// it: if it ends in between, the same decision can be made again.</summary>
    /// <param name="decide">Adds the decision to a unit that cancels tasks, or refuses it. It is asked for each commit.</param>
    public static Task<CommandResult> CancelAllWithAsync(
        ProgrammeTable table,
        StreamId stream,
        (PersonId By, DateTimeOffset At) decided,
        Func<UnitOfWork, Task<CommandResult>> decide,
        CancellationToken cancellation
    ) => DecisionInParts.CommitAsync(table, () => CancelSomeAsync(table, stream, decided, decide, cancellation), cancellation);

    private static async Task<(UnitOfWork? Unit, DecisionPart Part)> CancelSomeAsync(
        ProgrammeTable table,
        StreamId stream,
        (PersonId By, DateTimeOffset At) decided,
        Func<UnitOfWork, Task<CommandResult>> decide,
        CancellationToken cancellation
    )
    {
        Row<HumanTaskRecord>[] open =
        [
            .. (await table.ListAsync<HumanTaskRecord>(stream, TaskRows.Prefix, cancellation)).Where(task =>
                task.Value.State == TaskState.Open
            ),
        ];
        UnitOfWork some = new(stream),
            all = open.Length > AtOnce ? new(stream) : some;
        IReadOnlyList<WakeUp> woken = Cancel(some, open.Take(AtOnce), decided.By, decided.At);
        CommandResult result = await decide(all);
        return result is CommandResult.Recorded ? (some, new(some == all ? result : null, woken)) : (null, new(result, []));
    }

    /// <param name="due">Null: as it was, with its reminders; it only stays open for longer.</param>
    public static Task<TaskRef> ExtendAsync(
        ProgrammeTable table,
        UnitOfWork unit,
        TaskRef name,
        DateTimeOffset? due,
        DateTimeOffset expires,
        DateTimeOffset at,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            unit,
            CurrentTask.CurrentAsync(table, name, cancellation),
            task => due is { } day ? task.ExtendedTo(day, expires, at) : task with { Expires = expires },
            null
        );

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
