using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Lists;

/// <summary>Rows of a list to take along: CSV for programs (RFC 4180, UTF-8 with a mark, the same headings in every language), XLSX for
/// people.</summary>
internal static class ListFile
{
    public const string Csv = "list.csv";
    public const string Xlsx = "list.xlsx";

    /// <summary>Content type by what the file is called.</summary>
    public static string? TypeOf(string file) => file is Csv or Xlsx ? TableFile.TypeOf(Path.GetExtension(file)) : null;

    public static byte[] Write(string file, Text title, ProgrammeList list, IEnumerable<ListRow> rows, PageContext page) =>
        TableFile.Write(
            Path.GetExtension(file),
            new AnnexTable(
                Text.Same(SheetName(page.Say(title))),
                [.. list.Columns.Select(column => new AnnexColumn(column.Key, column.Heading, Width(column, list)))],
                rows.Select(row => row.Cells.Select(Value).ToArray())
            ),
            page
        );

    private static AnnexValue Value(ListCell cell) =>
        cell switch
        {
            { Number: { } number } => number,
            { Day: { } day } => day,
            _ => cell.Words,
        };

    private static int Width(ListColumn column, ProgrammeList list) => column.IsNumber || column != list.Columns[0] ? 16 : 48;

    /// <summary>A tab of a workbook takes 31 characters, and none of these.</summary>
    private static string SheetName(string words)
    {
        string name = string.Concat(words.Where(letter => !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal)));
        return name.Length > 31 ? name[..31].TrimEnd() : name;
    }
}
