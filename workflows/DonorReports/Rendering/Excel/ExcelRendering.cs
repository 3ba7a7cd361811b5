using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;

namespace ACip.Workflows.DonorReports.Rendering.Excel;

/// <summary>The data annex as a workbook. Its parts are written here, row by row, rather than by a library: a library neither streams
/// nor gives the same bytes twice. Tests hold them against the Open XML schema.</summary>
internal static class ExcelRendering
{
    public static void Write(DonorSnapshot snapshot, FigureSet figures, ReportDocument document, Stream output)
    {
        SnapshotHead head = snapshot.Head;
        AnnexTable[] tables =
        [
            FigureTables.Results(figures, head, document.Language),
            FigureTables.Figures(figures, document.Language),
            ObservationTable.Of(snapshot, figures),
            TextTable.Of(snapshot, figures, document.Language),
            FigureTables.Gaps(head, document.Language),
            FigureTables.Deliveries(head, document.Language),
            FigureTables.Cips(head, document.Language),
            .. head.Finance is { } books ? new[] { FinanceTable.Of(head, books) } : [],
        ];
        ExcelParts.Write(
            tables,
            document.Language,
            document.Banner,
            (Texts.AboutReport, xml => ExcelSheet.Front(xml, document, head)),
            xml => CoreProperties.Write(xml, document, head.AsOf),
            output
        );
    }
}
