using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;

namespace ACip.Workflows.DonorReports.Rendering.Excel;

/// <summary>The data annex as a workbook: a sheet that says what it is, and its tables.</summary>
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
        WorkbookPackage.Write(
            output,
            new WorkbookFrame(tables.Length + 1, ExcelTables.Style, xml => CoreProperties.Write(xml, document, head.AsOf)),
            workbook =>
            {
                workbook.Sheet(Texts.AboutReport.In(document.Language), xml => ExcelSheet.Front(xml, document, head));
                ExcelTables.Add(workbook, tables, document.Language, document.Banner);
            }
        );
    }
}
