using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Results;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>Row kinds of a survey's stream: its progress, and its scores after whatever reveals individuals was removed. No table holds
/// answers or codes.</summary>
internal static class WaveRows
{
    public const string File = "wave";
    public const string Results = "results";

    private const string ListingPrefix = "survey|";

    public static string ListingKey(WaveId wave) => ListingPrefix + wave;

    public static Task<Row<SurveyWaveRecord>?> FindAsync(ProgrammeTable table, WaveId wave, CancellationToken cancellation) =>
        table.FindAsync<SurveyWaveRecord>(wave.Stream, File, cancellation);

    public static async Task<WaveResults?> ResultsAsync(ProgrammeTable table, WaveId wave, CancellationToken cancellation) =>
        (await table.FindAsync<WaveResults>(wave.Stream, Results, cancellation))?.Value;

    /// <summary>All surveys that there are, in the programme's stream.</summary>
    public static async Task<IReadOnlyList<WaveListing>> ListAsync(ProgrammeTable table, CancellationToken cancellation) =>
        [.. (await table.ListAsync<WaveListing>(StreamId.Programme, ListingPrefix, cancellation)).Select(row => row.Value)];
}

/// <summary>Records that the survey exists.</summary>
public sealed record WaveListing(WaveId Id, AdministrationId Administration, string Label);
