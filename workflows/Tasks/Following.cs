using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Tasks;

/// <summary>What follows a desk's decision outside its transaction. All of it may be lost without harm: alarms and the daily reconciliation do it later.</summary>
public static class Following
{
    public static async Task FollowAsync(this DurableTaskClient workflows, DeskResult result, CancellationToken cancellation)
    {
        if (result is not DeskResult.Recorded recorded)
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
