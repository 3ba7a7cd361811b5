using ACip.Workflows.Documents;
using ACip.Workflows.Languages;
using ACip.Workflows.Registers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.EarlierYears;

/// <summary>Reads accepted figures of earlier years from a file: one line per period and indicator. Pure.</summary>
internal static class HistoricFileReader
{
    private static readonly string[] Columns = ["period_start", "period_end", "item", "value"];

    /// <param name="file">CSV, or a workbook whose first sheet is read.</param>
    public static RegisterRead<HistoricLine> Read(byte[] file)
    {
        byte[] csv = file;
        if (SheetCsv.IsWorkbook(file))
        {
            if (SheetCsv.FirstSheet(file) is not { } text)
            {
                return new RegisterRead<HistoricLine>([], [new LineError(1, "", "not-a-workbook", Texts.NotAWorkbook)]);
            }

            csv = text;
        }

        using var content = new MemoryStream(csv, writable: false);
        return RegisterFile.Read(content, Columns, [], LineOf);
    }

    /// <summary>Lines that cannot be accepted: codes that the plan lacks, figures given twice, periods that the programme itself covers.
    /// Pure.</summary>
    /// <param name="indicators">Codes of the plan's indicators.</param>
    /// <param name="first">First day of the plan.</param>
    public static IReadOnlyList<LineError> Problems(IReadOnlyList<HistoricLine> lines, IReadOnlySet<string> indicators, DateOnly first) =>
        [
            .. from line in lines
            where !indicators.Contains(line.Item)
            select Wrong(line, "item", "historic-item", Texts.NoSuchIndicator(code: line.Item)),
            .. from line in lines where line.End < line.Start select Wrong(line, "period_end", "historic-ends", Texts.EndsBeforeItBegins),
            .. from line in lines where line.End >= first select Wrong(line, "period_end", "historic-too-late", Texts.NotBeforeThePlan),
            .. from same in lines.GroupBy(line => (line.Start, line.End, line.Item))
            from line in same.Skip(1)
            select Wrong(line, "item", "historic-twice", Texts.GivenTwice(code: line.Item)),
        ];

    private static LineError Wrong(HistoricLine line, string column, string rule, Text why) => new(line.Number, column, rule, why);

    private static HistoricLine? LineOf(RegisterLine line)
    {
        var read = new HistoricLine(
            line.Number,
            line.Day("period_start", (DayBounds.First, DayBounds.Last)),
            line.Day("period_end", (DayBounds.First, DayBounds.Last)),
            line.Text("item", 20),
            line.Decimal("value")
        );
        return line.IsSound ? read : null;
    }
}

internal sealed record HistoricLine(int Number, DateOnly Start, DateOnly End, string Item, decimal Value);
