using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace ACip.Workflows.Surveys.Imports;

/// <summary>Converts the rows of a workbook to lines, one each, so that line numbers match. If there are several sheets, the one with the
/// headings is read.</summary>
internal static class AnswerWorkbook
{
    private static readonly DateTime FirstOfMarch1900 = new(1900, 3, 1),
        DayNought = new(1899, 12, 31);

    /// <summary>A line is as long as its headings, however empty: a million rows of more would be gigabytes.</summary>
    private const int MostHeadings = 2_000;

    static AnswerWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // the package asks for Windows-1252 by number

    /// <exception cref="InvalidDataException">More columns than a survey has.</exception>
    public static async Task WriteAsync(Stream file, StreamWriter text, CancellationToken cancellation)
    {
        using IExcelDataReader rows = ExcelReaderFactory.CreateOpenXmlReader(file);
        int sheet = SheetWithHeadings(rows);
        rows.Reset();
        for (int at = 0; at < sheet; at++)
        {
            rows.NextResult();
        }

        int headings = 0;
        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            string[] cells = Cells(rows);
            int written = 1 + Array.FindLastIndex(cells, cell => cell.Length > 0);
            headings = headings == 0 ? written : headings;
            if (headings > MostHeadings)
            {
                throw new InvalidDataException($"{headings} columns");
            }

            await text.WriteAsync(Line(cells.Take(Math.Max(headings, written))), cancellation);
        }
    }

    /// <returns>The first one where none has them: it is then refused for its headings.</returns>
    private static int SheetWithHeadings(IExcelDataReader rows)
    {
        int sheet = 0;
        do
        {
            string[] first = FirstWritten(rows);
            if (first.Any(cell => AnswerLayout.Tidy(cell) == AnswerLayout.StratumHeading))
            {
                return sheet;
            }

            sheet++;
        } while (rows.NextResult());
        return 0;
    }

    private static string[] FirstWritten(IExcelDataReader rows)
    {
        while (rows.Read())
        {
            string[] cells = Cells(rows);
            if (cells.Any(cell => cell.Length > 0))
            {
                return cells;
            }
        }

        return [];
    }

    private static string[] Cells(IExcelDataReader row) => [.. Enumerable.Range(0, row.FieldCount).Select(column => Text(row, column))];

    private static StringBuilder Line(IEnumerable<string> cells) =>
        new StringBuilder()
            .AppendJoin(
                ',',
                cells.Select(cell =>
                    cell.AsSpan().ContainsAny(",\"") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell
                )
            )
            .Append('\n');

    private static string Text(IExcelDataReader rows, int column) =>
        rows.GetValue(column) switch
        {
            DateTime day => Serial(day),
            TimeSpan time => time.TotalDays.ToString(CultureInfo.InvariantCulture),
            var value => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").ReplaceLineEndings(" ").Trim(),
        };

    /// <summary>A spreadsheet may show a 4 in a cell once formatted as a date as 4 January 1900; it is read as a 4.</summary>
    private static string Serial(DateTime day) =>
        day < FirstOfMarch1900
            ? (day - DayNought).TotalDays.ToString(CultureInfo.InvariantCulture)
            : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
