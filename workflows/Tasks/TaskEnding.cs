using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Tasks;

/// <summary>Ends a task in the commit of what answers it.</summary>
internal static class TaskEnding
{
    public static async Task AnswerAsync(ProgrammeTable table, Unit unit, TaskRef task, PersonId by, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await TaskRows.FindAsync(table, task, cancellation) is { Value.State: TaskState.Open } row)
        {
            unit.Replace(row, row.Value.Answered(by, at)).Record(new AuditEntry(AuditKind.TaskAnswered, task.Task.Value, by));
        }
    }
}
