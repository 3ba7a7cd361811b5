using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>Once a day: a survey that is not over and whose workflow has gone is begun again; the table says what is still to be
/// done.</summary>
public sealed class SurveyRounds(ProgrammeTable table)
{
    [Function(nameof(SurveyRounds))]
    public async Task Run(
        [TimerTrigger("0 15 5 * * *", UseMonitor = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        foreach (WaveListing wave in await WaveRows.ListAsync(table, cancellation))
        {
            if (await WaveRows.FindAsync(table, wave.Id, cancellation) is { Value.State: not (WaveState.Published or WaveState.Withheld) })
            {
                await workflows.BeginAsync(wave.Id, cancellation);
            }
        }
    }
}
