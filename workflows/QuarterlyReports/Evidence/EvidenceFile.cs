using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Evidence;

/// <summary>A file sent to support figures. Its bytes are a blob named by their hash; this row says what it is and whether it can be
/// opened.</summary>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Name">Safe to show and to offer for download.</param>
/// <param name="Period">Key of the reporting period whose report it supports.</param>
/// <param name="Items">Codes of the items that it was linked to when it came; empty where there was no figure yet.</param>
/// <param name="Source">The mail, the page, or the officer that it came by.</param>
/// <param name="CheckedBy">Null while it is quarantined.</param>
public sealed record EvidenceFile(
    string Sha256,
    string Name,
    string Kind,
    long Size,
    PeriodKey Period,
    IReadOnlyList<string> Items,
    PersonId By,
    DateTimeOffset At,
    EntrySource Source,
    EvidenceState State = EvidenceState.Quarantined,
    PersonId? CheckedBy = null,
    DateTimeOffset? CheckedAt = null
)
{
    public const string Prefix = "evidence|";

    public static string RowKey(PeriodKey period, string sha256) => $"{Prefix}{period}|{sha256}";

    /// <summary>The files of a report, oldest first.</summary>
    public static async Task<IReadOnlyList<EvidenceFile>> ListAsync(
        ProgrammeTable table,
        ReportRef report,
        CancellationToken cancellation
    ) =>
        [
            .. (await table.ListAsync<EvidenceFile>(report.Stream, RowKey(report.Period, ""), cancellation))
                .Select(row => row.Value)
                .OrderBy(file => file.At)
                .ThenBy(file => file.Name, StringComparer.Ordinal),
        ];
}

[JsonConverter(typeof(JsonStringEnumConverter<EvidenceState>))]
public enum EvidenceState
{
    Quarantined,
    Released,
    Rejected,
}
