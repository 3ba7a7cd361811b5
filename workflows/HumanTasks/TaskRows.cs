using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks;

/// <summary>Row kind of tasks: one row a task, in the stream that asks.</summary>
public static class TaskRows
{
    public const string Prefix = TaskRef.RowPrefix;

    public static string Key(TaskId task) => Prefix + task;

    public static Task<Row<HumanTaskRecord>?> FindAsync(ProgrammeTable table, TaskRef task, CancellationToken cancellation) =>
        table.FindAsync<HumanTaskRecord>(task.Stream, task.RowKey, cancellation);

    /// <summary>Asks, unless it was asked already. It is asked when this returns, by whomever.</summary>
    public static Task AskOnceAsync(ProgrammeTable table, TaskRef task, HumanTaskRecord file, CancellationToken cancellation) =>
        table.AddOnceAsync<HumanTaskRecord>(
            task.Stream,
            task.RowKey,
            () => new UnitOfWork(task.Stream).Add(task.RowKey, file),
            cancellation
        );
}
