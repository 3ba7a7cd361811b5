using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Rendering.Csv;
using ACip.Workflows.DonorReports.Rendering.Excel;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Frame;

/// <summary>A table to take along: CSV for programs (RFC 4180, UTF-8 with a mark), XLSX for people. No cell starts a formula.</summary>
internal static class TableFile
{
    public const string Csv = ".csv",
        Workbook = ".xlsx";

    /// <returns>Content type by what the file's name ends with; null for another.</returns>
    public static string? TypeOf(string ending) =>
        ending switch
        {
            Csv => "text/csv; charset=utf-8",
            Workbook => Xlsx.MediaType,
            _ => null,
        };

    public static byte[] Write(string ending, AnnexTable table, PageContext page)
    {
        using var output = new MemoryStream();
        if (ending == Csv)
        {
            CsvRendering.Write(table, output);
        }
        else
        {
            ExcelTables.Write(table, page.Language, page.Fictional ? page.Say(Fictional.Notices) : null, output);
        }

        return output.ToArray();
    }
}
