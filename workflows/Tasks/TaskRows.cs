using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Tasks;

/// <summary>Row kind of tasks: one row a task, in the stream that asks.</summary>
public static class TaskRows
{
    public const string Prefix = "task|";

    public static string Key(TaskId task) => Prefix + task;

    public static Task<Row<HumanTaskFile>?> FindAsync(ProgrammeTable table, TaskRef task, CancellationToken cancellation) =>
        table.FindAsync<HumanTaskFile>(task.Stream, task.RowKey, cancellation);
}
