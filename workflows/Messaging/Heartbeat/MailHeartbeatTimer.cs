using ACip.Workflows.Messaging.Outbox;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Messaging.Heartbeat;

/// <summary>Sends the day's probe at four; looks at seven whether it has come, while there is a working day left to do something.</summary>
/// <remarks>A probe that was missed is not made up for: the next one says as much. So nobody keeps note of the runs.</remarks>
public sealed class MailHeartbeatTimer(HeartbeatService heartbeat)
{
    [Function("MailHeartbeat")]
    public async Task Run(
        [TimerTrigger("0 0 4,7 * * *", UseMonitor = false)] TimerInfo timer,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) => await workflows.DispatchAsync(await heartbeat.RunAsync(cancellation), "heartbeat", cancellation);
}
