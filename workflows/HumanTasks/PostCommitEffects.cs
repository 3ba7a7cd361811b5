using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.HumanTasks;

/// <summary>What follows a decision outside its transaction. All of it may be lost without harm: timers and the daily reconciliation do it
/// later.</summary>
public static class PostCommitEffects
{
    public static async Task FollowAsync(this DurableTaskClient workflows, CommandResult result, CancellationToken cancellation)
    {
        if (result is CommandResult.Refused refused)
        {
            await workflows.WakeAsync(refused.Also, cancellation);
        }

        if (result is not CommandResult.Recorded recorded)
        {
            return;
        }

        await workflows.WakeAsync(recorded.Instance, HumanTask.Answered, cancellation);
        await workflows.WakeAsync(recorded.Also, cancellation);
        await workflows.DispatchAsync(recorded.Mails, "once", cancellation);
    }

    public static async Task WakeAsync(this DurableTaskClient workflows, IEnumerable<WakeUp> waiting, CancellationToken cancellation)
    {
        foreach (WakeUp wake in waiting)
        {
            await workflows.WakeAsync(wake.Instance, wake.Event, cancellation);
        }
    }

    /// <summary>Starts the workflows of new tasks. Starting one twice has no effect.</summary>
    public static async Task BeginAsync(this DurableTaskClient workflows, IEnumerable<TaskRef>? tasks, CancellationToken cancellation)
    {
        foreach (TaskRef task in tasks ?? [])
        {
            await workflows.StartOnceAsync(nameof(HumanTask), new TaskAsked(task.Stream, task.Task), task.InstanceId, cancellation);
        }
    }
}
