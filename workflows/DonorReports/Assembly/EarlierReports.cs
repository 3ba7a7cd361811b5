using System.Text.Json;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>What earlier reports to the same donor said, read from the files that the donor has.</summary>
internal sealed class EarlierReports(ProgrammeTable table, DonorReportArchive archive)
{
    /// <summary>Issued reports on periods that ended before this one began, oldest first; before a final report stand all others.</summary>
    /// <param name="broken">Takes the keys of rows that cannot be read.</param>
    public async Task<IReadOnlyList<DonorReportRecord>> BeforeAsync(
        DonorReportRecord report,
        List<string> broken,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<(string Key, Row<DonorReportRecord>? Row)> rows = await table.ListReadableAsync<DonorReportRecord>(
            report.Stream,
            DonorReportRows.Prefix,
            cancellation
        );
        broken.AddRange(rows.Where(one => one.Row is null).Select(one => $"{report.Stream}: {one.Key}"));
        return
        [
            .. rows.Select(one => one.Row)
                .OfType<Row<DonorReportRecord>>()
                .Select(row => row.Value)
                .Where(other => other is { IsFinal: false, LatestIssued: not null } && (report.IsFinal || other.End < report.Start))
                .OrderBy(other => other.End),
        ];
    }

    public async Task<IReadOnlyList<EarlierFigure>> FiguresAsync(
        IEnumerable<DonorReportRecord> earlier,
        Language language,
        CancellationToken cancellation
    )
    {
        var figures = new List<EarlierFigure>();
        foreach (DonorReportRecord report in earlier)
        {
            if (await archive.ReadAsync(report.LatestIssued!.Folder, language, ReportParts.Json, cancellation) is { } bytes)
            {
                figures.AddRange(Read(bytes, report.DonorPeriod));
            }
        }

        return figures;
    }

    /// <summary>Under which identifier the agreement's activity was last given out.</summary>
    /// <returns>Null where nothing was issued yet.</returns>
    public async Task<string?> ActivityAsync(IEnumerable<DonorReportRecord> reports, Language language, CancellationToken cancellation) =>
        reports.Select(one => one.LatestIssued).LastOrDefault(one => one is not null) is { } issued
        && await archive.ReadAsync(issued.Folder, language, ReportParts.Iati, cancellation) is { } bytes
            ? System
                .Xml.Linq.XDocument.Load(new MemoryStream(bytes, writable: false))
                .Descendants("iati-identifier")
                .FirstOrDefault()
                ?.Value
            : null;

    private static List<EarlierFigure> Read(byte[] json, DonorPeriod period)
    {
        using var report = JsonDocument.Parse(json);
        return
        [
            .. report
                .RootElement.GetProperty("indicators")
                .EnumerateArray()
                .Select(indicator =>
                {
                    JsonElement total = indicator.GetProperty("figures")[0];
                    return new EarlierFigure(
                        indicator.GetProperty("code").GetString()!,
                        period,
                        total.TryGetProperty("value", out JsonElement value) ? value.GetDecimal() : null,
                        total.GetProperty("state").GetString() == nameof(FigureState.Suppressed)
                    );
                }),
        ];
    }
}
