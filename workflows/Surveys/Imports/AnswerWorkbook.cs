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

    static AnswerWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // the package asks for Windows-1252 by number

    public static async Task WriteAsync(Stream file, StreamWriter text, CancellationToken cancellation)
    {
        using IExcelDataReader rows = ExcelReaderFactory.CreateOpenXmlReader(file);
        int sheet = SheetWithHeadings(rows);
        rows.Reset();
        for (int at = 0; at < sheet; at++)
        {
            rows.NextResult();
        }

        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            await text.WriteAsync(Line(rows), cancellation);
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
            string[] cells = [.. Enumerable.Range(0, rows.FieldCount).Select(column => Text(rows, column))];
            if (cells.Any(cell => cell.Length > 0))
            {
                return cells;
            }
        }

        return [];
    }

    private static StringBuilder Line(IExcelDataReader rows)
    {
        var line = new StringBuilder();
        for (int column = 0; column < rows.FieldCount; column++)
        {
            string cell = Text(rows, column);
            line.Append(column == 0 ? "" : ",")
                .Append(cell.AsSpan().ContainsAny(",\"") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        }

        return line.Append('\n');
    }

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
