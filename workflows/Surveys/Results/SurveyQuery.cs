using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys.Results;

/// <summary>Reads a survey's progress and the results that a reader may see. It never contains answers.</summary>
public sealed class SurveyQuery(ProgrammeTable table, ImportService imports)
{
    /// <returns>Null where there is no such survey.</returns>
    public async Task<SurveyReadModel?> ReadAsync(WaveId id, CancellationToken cancellation) =>
        await WaveRows.FindAsync(table, id, cancellation) is not { } row
            ? null
            : new SurveyReadModel(row, await imports.ListAsync(id, cancellation), await WaveRows.ResultsAsync(table, id, cancellation));

    /// <summary>The administration's previous survey whose scores the reader may see; null if there is none.</summary>
    public async Task<(SurveyWaveRecord Wave, WaveResults Results)?> BeforeAsync(
        SurveyWaveRecord wave,
        PublishedTo atLeast,
        CancellationToken cancellation
    )
    {
        foreach (
            WaveListing earlier in (await WaveRows.ListAsync(table, cancellation))
                .Where(one => one.Administration == wave.Administration && string.CompareOrdinal(one.Label, wave.Label) < 0)
                .OrderByDescending(one => one.Label, StringComparer.Ordinal)
        )
        {
            if (await ReadAsync(earlier.Id, cancellation) is { } read && read.Visible(atLeast) is { } results)
            {
                return (read.Row.Value, results);
            }
        }

        return null;
    }
}

/// <param name="Results">Of the administration; null until they are computed.</param>
public sealed record SurveyReadModel(Row<SurveyWaveRecord> Row, IReadOnlyList<ImportProgress> Imports, WaveResults? Results)
{
    public SurveyWaveRecord Wave => Row.Value;

    /// <summary>Answers of all groups so far. Null once one of them is too small to be told: it would follow from the others.</summary>
    public long? Heard => IsTotalHidden ? null : Wave.Answered.Values.Sum() + Imports.Sum(import => import.Rows);

    /// <summary>Answers that a file brought. Null with the total, which they are where all came by file.</summary>
    public long? RowsOf(ImportProgress import) => IsTotalHidden ? null : import.Rows;

    private bool IsTotalHidden => Results?.Groups.Any(group => group.Heard is null) == true;

    /// <param name="reader">Nobody: the administration itself, which sees all of it.</param>
    /// <returns>What the administration lets that reader see; null for nothing.</returns>
    public WaveResults? Visible(PublishedTo reader) =>
        reader == PublishedTo.Nobody ? Results
        : Wave.Published is { } published && published.To >= reader && Results is not null
            ? Results.Without(published.Withheld, Wave.Questionnaire)
        : null;
}
