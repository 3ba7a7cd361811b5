using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Answers changed by a later one before anything was accepted, with their earlier values. Rows of this kind are only ever
/// added.</summary>
/// <param name="Number">Counts all of the report's.</param>
/// <param name="Submission">Number of the submission that it came after; 0 before the first.</param>
public sealed record ReportCorrection(
    int Number,
    int Submission,
    PersonId By,
    DateTimeOffset At,
    EntrySource Source,
    IReadOnlyList<CorrectedItem> Items
)
{
    /// <summary>Oldest first.</summary>
    public static async Task<IReadOnlyList<ReportCorrection>> ListAsync(
        ProgrammeTable table,
        ReportRef report,
        CancellationToken cancellation
    ) =>
        [
            .. (await table.ListAsync<ReportCorrection>(report.Stream, ReportRows.CorrectionPrefix + report.Period, cancellation)).Select(
                row => row.Value
            ),
        ];
}

public sealed record CorrectedItem(string Item, SaidAnswer Was, SaidAnswer Now);

/// <summary>The content of an answer, without who gave it and when.</summary>
public sealed record SaidAnswer(
    decimal? Value,
    bool? Reached,
    DateOnly? Date,
    string? Narrative,
    string? MissingReason,
    IReadOnlyDictionary<string, decimal> Groups
)
{
    /// <summary>The counts behind a share; null if it was given without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GivenCounts? Counts { get; init; }

    /// <summary>The status of a result or an activity. The accompanying sentence is the narrative.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ItemStatus? Status { get; init; }

    public static SaidAnswer Of(ReportEntry entry) => Of(entry.ToFigure());

    public static SaidAnswer Of(ReplyFigure figure) =>
        new(figure.Value, figure.Reached, figure.Date, figure.Narrative, figure.MissingReason, figure.Groups)
        {
            Counts = figure.Counts,
            Status = figure.Status,
        };

    public bool IsSame(SaidAnswer other) =>
        Value == other.Value
        && Reached == other.Reached
        && Date == other.Date
        && Status == other.Status
        && Text(Narrative) == Text(other.Narrative)
        && Text(MissingReason) == Text(other.MissingReason)
        && GivenCounts.Same(Counts, other.Counts)
        && Groups.Count == other.Groups.Count
        && Groups.All(group => other.Groups.TryGetValue(group.Key, out decimal value) && value == group.Value);

    private static string Text(string? words) =>
        string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
