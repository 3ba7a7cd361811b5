using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Excel;

/// <summary>Tables as the sheets of a workbook, row by row.</summary>
internal static class ExcelTables
{
    /// <summary>A workbook of one table.</summary>
    /// <param name="banner">Not null: each printed page says that it is sample data.</param>
    public static void Write(AnnexTable table, Language language, string? banner, Stream output) =>
        WorkbookPackage.Write(output, new WorkbookFrame(1, Style), workbook => Add(workbook, [table], language, banner));

    public static void Add(WorkbookPackage workbook, IReadOnlyList<AnnexTable> tables, Language language, string? banner)
    {
        foreach (AnnexTable table in tables)
        {
            workbook.Sheet(
                table.Name.In(language),
                xml =>
                {
                    int rows = ExcelSheet.Data(xml, table, language, banner);
                    return new SheetEnd(new CellAddress(rows + 1, table.Columns.Count));
                }
            );
        }
    }

    public static void Style(MarkupText xml) => xml.Raw(ExcelStyle.Sheet);
}
