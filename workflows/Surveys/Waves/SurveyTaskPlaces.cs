using ACip.Workflows.HumanTasks;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>Surveys whose administration is asked how far its scores may go. If nobody sees the question, they are withheld.</summary>
internal sealed class SurveyTaskPlaces(ProgrammeTable table) : ITaskPlaces
{
    public async Task<IReadOnlyList<TaskPlace>> FindAsync(CancellationToken cancellation) =>
        [
            .. from row in await table.ListOfAllAsync<SurveyWaveRecord>(WaveId.Streams, WaveRows.File, cancellation)
            let wave = row.Value
            where wave.State == WaveState.InReview
            select new TaskPlace(wave.Id.Stream, Texts.ReviewMatter(waveLabel: wave.Label), $"/surveys/{wave.Id}"),
        ];
}
