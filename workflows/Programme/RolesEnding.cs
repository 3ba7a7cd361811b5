using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Programme;

/// <summary>Once a day: roles end by their dates, with nobody pressing anything. A missed day is caught up by the next.</summary>
public sealed class RolesEnding(DepartureDesk departures)
{
    [Function(nameof(RolesEnding))]
    public async Task Run([TimerTrigger("0 20 4 * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        foreach (PersonId leaver in await departures.DepartedAsync(cancellation))
        {
            foreach (WakeUp wake in await departures.MoveTasksAsync(leaver, cancellation))
            {
                await workflows.WakeAsync(wake.Instance, wake.Event, cancellation);
            }
        }
    }
}
