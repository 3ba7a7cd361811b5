using ACip.Workflows.Messaging.Outbox;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Messaging.Heartbeat;

/// <summary>Sends the day's probe at four and checks at seven whether it arrived, which leaves a working day to act.</summary>
/// <remarks>A missed probe is not made up for, because the next one serves as well; so the host keeps no record of the runs.</remarks>
public sealed class MailHeartbeatTimer(HeartbeatService heartbeat)
{
    [Function("MailHeartbeat")]
    public async Task Run(
        [TimerTrigger("0 0 4,7 * * *", UseMonitor = false)] TimerInfo timer,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) => await workflows.DispatchAsync(await heartbeat.RunAsync(cancellation), "heartbeat", cancellation);
}
