using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>A survey's workflow runs until its scores are published or withheld. Imports run within it.</summary>
internal sealed class ExpectedSurveys(ProgrammeTable table) : IExpectedWork
{
    public string Kind => "survey";

    public async Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation)
    {
        var expected = new List<ExpectedWork>();
        foreach (WaveListing wave in await WaveRows.ListAsync(table, cancellation))
        {
            if (await WaveRows.FindAsync(table, wave.Id, cancellation) is { Value.State: not (WaveState.Published or WaveState.Withheld) })
            {
                expected.Add(
                    new ExpectedWork(
                        nameof(SurveyWave),
                        new WaveRef(wave.Id),
                        wave.Id.InstanceId,
                        [$"survey-import:{wave.Id}:", TaskRef.InstancesOf(wave.Id.Stream)]
                    )
                );
            }
        }

        return expected;
    }
}
