using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Orchestration;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.HumanTasks;

/// <summary>What follows a service's decision outside its transaction. All of it may be lost without harm: alarms and the daily
/// reconciliation do it later.</summary>
public static class PostCommitEffects
{
    /// <summary>Begins the task that a message gave rise to, so that nobody waits for the daily reconciliation.</summary>
    public static async Task BeginAsync(this DurableTaskClient workflows, MailTaken taken, CancellationToken cancellation)
    {
        if (taken.Begins is { } task)
        {
            await workflows.StartOnceAsync(nameof(HumanTask), new TaskAsked(task.Stream, task.Task), task.InstanceId, cancellation);
        }
    }

    public static async Task FollowAsync(this DurableTaskClient workflows, CommandResult result, CancellationToken cancellation)
    {
        if (result is not CommandResult.Recorded recorded)
        {
            return;
        }

        await workflows.WakeAsync(recorded.Instance, HumanTask.Answered, cancellation);
        foreach (WakeUp wake in recorded.Also)
        {
            await workflows.WakeAsync(wake.Instance, wake.Event, cancellation);
        }

        await workflows.DispatchAsync(recorded.Mails, "once", cancellation);
    }
}
