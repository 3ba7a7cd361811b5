using System.Globalization;
using System.Text;
using System.Xml;

namespace ACip.Workflows.Documents;

/// <summary>The first sheet of a workbook as comma-separated values, for registers that people keep in either.</summary>
internal static class SheetCsv
{
    /// <summary>Every row is written as wide as the widest: a far cell in a long sheet would be gigabytes of commas.</summary>
    private const int MostCells = 2_000_000;

    /// <summary>A package, or a workbook of old Office.</summary>
    public static bool IsWorkbook(byte[] file) => file is [(byte)'P', (byte)'K', 3, 4, ..] || XlsReader.IsOldOffice(file);

    /// <returns>Null for what is no workbook, or one that must not be opened.</returns>
    public static byte[]? FirstSheet(byte[] file)
    {
        try
        {
            RawWorkbook? book =
                XlsReader.IsOldOffice(file) ? XlsReader.Read(file).Item1
                : PackageCheck.Open(file).Package is { } package ? XlsxReader.Read(package)
                : null;
            return book is { Sheets: [var first, ..] } ? Encoding.UTF8.GetBytes(Written(first, book.CountsFrom1904)) : null;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or IOException or ArgumentException)
        {
            return null;
        }
    }

    private static string Written(RawSheet sheet, bool countsFrom1904)
    {
        var text = new StringBuilder();
        int columns = sheet.Cells.Count == 0 ? 0 : sheet.Cells.Keys.Max(at => at.Column);
        if ((long)columns * sheet.Cells.Keys.Select(at => at.Row).Distinct().Count() > MostCells)
        {
            throw new InvalidDataException($"{columns} columns");
        }

        foreach (var row in sheet.Cells.GroupBy(cell => cell.Key.Row).OrderBy(row => row.Key))
        {
            Dictionary<int, RawCell> cells = row.ToDictionary(cell => cell.Key.Column, cell => cell.Value);
            text.AppendJoin(
                    ',',
                    Enumerable
                        .Range(1, columns)
                        .Select(column => cells.TryGetValue(column, out RawCell? cell) ? Quoted(Value(cell, countsFrom1904)) : "")
                )
                .Append('\n');
        }

        return text.ToString();
    }

    private static string Value(RawCell cell, bool countsFrom1904) =>
        cell.Shown == ShownAs.Date && CellDate.Read(cell, countsFrom1904) is { } day
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : cell.Kind == RawKind.Number && CellNumber.Exact(cell) is { } number ? number.ToString(CultureInfo.InvariantCulture)
        : cell.Text;

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
