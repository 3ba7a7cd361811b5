using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Results;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>Row kinds of a survey's stream: how far it is, and its scores once they are computed and cleared of what tells about persons.
/// Answers and codes are in no table.</summary>
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

/// <summary>Says that there is such a survey.</summary>
public sealed record WaveListing(WaveId Id, AdministrationId Administration, string Label);
