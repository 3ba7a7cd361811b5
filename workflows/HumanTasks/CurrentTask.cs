using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks;

/// <summary>Numbers a task that is asked again after it expired: report-r1, report-r1-again1, …</summary>
internal static class CurrentTask
{
    /// <returns>The task of that name that has not expired, and its row; without a row where it has still to be written.</returns>
    public static Task<(TaskRef Task, Row<HumanTaskRecord>? Row)> CurrentAsync(
        ProgrammeTable table,
        TaskRef name,
        CancellationToken cancellation
    ) => CurrentAsync(task => TaskRows.FindAsync(table, task, cancellation), name);

    /// <param name="read">All tasks whose names begin so.</param>
    public static Task<(TaskRef Task, Row<HumanTaskRecord>? Row)> CurrentAsync(FoundRows read, TaskRef name) =>
        CurrentAsync(task => Task.FromResult(read.Find<HumanTaskRecord>(task.RowKey)), name);

    /// <summary>The last task asked under that name, in whatever state, because its link continues to show the status.</summary>
    /// <returns>Null where nobody was asked.</returns>
    public static Task<TaskRef?> LastAsync(ProgrammeTable table, TaskRef name, CancellationToken cancellation) =>
        LastAsync(task => TaskRows.FindAsync(table, task, cancellation), name);

    /// <param name="read">All tasks whose names begin so.</param>
    public static Task<TaskRef?> LastAsync(FoundRows read, TaskRef name) =>
        LastAsync(task => Task.FromResult(read.Find<HumanTaskRecord>(task.RowKey)), name);

    /// <summary>Whether the task was asked under that name, at first or again.</summary>
    public static bool IsAskedAs(TaskRef task, TaskRef name) =>
        task.Stream == name.Stream
        && (task.Task == name.Task || task.Task.Value.StartsWith($"{name.Task}-again", StringComparison.Ordinal));

    private static async Task<TaskRef?> LastAsync(Func<TaskRef, Task<Row<HumanTaskRecord>?>> find, TaskRef name)
    {
        TaskRef? last = null;
        for (int again = 0; ; again++)
        {
            TaskRef task = again == 0 ? name : name with { Task = new TaskId($"{name.Task}-again{again}") };
            if (await find(task) is null)
            {
                return last;
            }

            last = task;
        }
    }

    private static async Task<(TaskRef Task, Row<HumanTaskRecord>? Row)> CurrentAsync(
        Func<TaskRef, Task<Row<HumanTaskRecord>?>> find,
        TaskRef name
    )
    {
        TaskRef task = name;
        for (int again = 1; ; again++)
        {
            Row<HumanTaskRecord>? row = await find(task);
            if (row?.Value.State != TaskState.Expired)
            {
                return (task, row);
            }

            task = name with { Task = new TaskId($"{name.Task}-again{again}") };
        }
    }
}
