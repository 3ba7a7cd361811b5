using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks;

/// <summary>The row kind of tasks: one row per task, in the stream of the record that asks.</summary>
public static class TaskRows
{
    public const string Prefix = TaskRef.RowPrefix;

    public static string Key(TaskId task) => Prefix + task;

    public static Task<Row<HumanTaskRecord>?> FindAsync(ProgrammeTable table, TaskRef task, CancellationToken cancellation) =>
        table.FindAsync<HumanTaskRecord>(task.Stream, task.RowKey, cancellation);

    /// <summary>Creates the task unless it exists. It exists when this returns, whoever created it.</summary>
    public static Task AskOnceAsync(ProgrammeTable table, TaskRef task, HumanTaskRecord file, CancellationToken cancellation) =>
        table.AddOnceAsync<HumanTaskRecord>(
            task.Stream,
            task.RowKey,
            () => new UnitOfWork(task.Stream).Add(task.RowKey, file),
            cancellation
        );
}
