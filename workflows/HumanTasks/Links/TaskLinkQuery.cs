using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>Finds the task behind a link. It only reads, because mail scanners open links before people do.</summary>
public sealed class TaskLinkQuery(
    ProgrammeTable table,
    TaskKinds kinds,
    ProgrammeDirectory directory,
    TokenIndex tokens,
    TimeProvider clock
)
{
    public async Task<TaskLink> FindAsync(string token, CancellationToken cancellation)
    {
        if (
            TaskTokens.Read(token) is not { } sound
            || await tokens.FindAsync(sound, TokenUse.Link, cancellation) is not { } holder
            || await TaskRows.FindAsync(table, holder.Task, cancellation) is not { Value: var task }
        )
        {
            return new TaskLink.Unknown();
        }

        ProgrammeRegister register = await directory.ReadForAsync(holder.Person, task.Administration, cancellation);
        DateTimeOffset now = clock.GetUtcNow();
        bool over = now >= task.HoldsUntil(holder.Expires) || task.State is TaskState.Expired or TaskState.Cancelled;
        return register.People.TryGetValue(holder.Person, out Person? person)
            ? await kinds
                .Of(task.Kind)
                .OpenAsync(new TaskLinkOpening(holder, task, person, register, DateOnly.FromDateTime(now.UtcDateTime), over), cancellation)
            : new TaskLink.Unknown();
    }
}
