using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Excel;

internal static class ExcelSheet
{
    private const int LongestText = 32_000; // a cell holds 32,767

    /// <summary>What this is, so that a sheet that was cut out of its report can be traced.</summary>
    public static SheetEnd Front(MarkupText xml, ReportDocument document, SnapshotHead head)
    {
        xml.Raw(SheetMarkup.Open).Raw(SheetMarkup.FitsPage).Columns(30, 90).Raw("<sheetData>");
        int row = 0;
        Row(document.Title, ExcelStyle.Title);
        Row(document.Subtitle, ExcelStyle.Text);
        if (document.Banner is { } banner)
        {
            Row(banner, ExcelStyle.Mark);
        }

        Table about = document.Sections.First(section => section.Id == "about").Blocks.OfType<Table>().First();
        foreach (IReadOnlyList<Cell> line in about.Rows)
        {
            Row(line[0].Text, ExcelStyle.Heading, line[1].Text);
        }

        foreach (AuditHead audit in head.AuditHeads.Take(100))
        {
            Row(audit.Stream, ExcelStyle.Text, $"{Writing.Plain(audit.Sequence)} {audit.Hash}");
        }

        xml.Raw("</sheetData>").Raw(HeaderFooter(document.Banner)).Raw(SheetMarkup.Close);
        return default;

        void Row(string text, int style, string? second = null)
        {
            string number = Writing.Plain(++row);
            xml.OpenRow(number);
            Text(xml, $"A{number}", text, style);
            if (second is not null)
            {
                Text(xml, $"B{number}", second, ExcelStyle.Text);
            }

            xml.CloseRow();
        }
    }

    /// <returns>How many rows there are below the heading.</returns>
    public static int Data(MarkupText xml, AnnexTable table, Language language, string? banner)
    {
        xml.Raw(SheetMarkup.Open)
            .Raw(SheetMarkup.FitsPage)
            .Raw(
                "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/></sheetView></sheetViews>"
            )
            .Columns(table.Columns.Select(column => (double)column.Width))
            .Raw("<sheetData>")
            .OpenRow("1");
        string[] letters = [.. Enumerable.Range(1, table.Columns.Count).Select(CellAddress.Letters)];
        for (int column = 0; column < letters.Length; column++)
        {
            Text(xml, $"{letters[column]}1", table.Columns[column].Heading.In(language), ExcelStyle.Heading);
        }

        xml.CloseRow();
        int rows = 0;
        foreach (AnnexValue[] values in table.Rows)
        {
            string number = Writing.Plain(++rows + 1);
            xml.OpenRow(number);
            for (int column = 0; column < values.Length; column++)
            {
                Write(xml, letters[column] + number, values[column]);
            }

            xml.CloseRow();
        }

        xml.Raw(
                $"</sheetData><autoFilter ref=\"A1:{letters[^1]}{Writing.Plain(rows + 1)}\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
            )
            .Raw(HeaderFooter(banner))
            .Raw(SheetMarkup.Close);
        return rows;
    }

    private static string HeaderFooter(string? banner) =>
        banner is null
            ? ""
            : "<headerFooter><oddHeader>&amp;C&amp;\"-,Bold\"FICTIONAL SAMPLE DATA</oddHeader><oddFooter>&amp;CFICTIONAL SAMPLE DATA</oddFooter></headerFooter>";

    private static void Write(MarkupText xml, string place, AnnexValue value)
    {
        if (value.Number is { } number)
        {
            xml.NumberCell(place, ExcelStyle.Number, Writing.Plain(number));
        }
        else if (value.Day is { } day)
        {
            xml.DayCell(place, ExcelStyle.Day, day);
        }
        else if (!string.IsNullOrEmpty(value.Text))
        {
            Text(xml, place, value.Text, ExcelStyle.Text);
        }
    }

    private static void Text(MarkupText xml, string place, string text, int style)
    {
        text = PrintableText.Of(text);
        if (text.Length > LongestText)
        {
            text = text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";
        }

        xml.TextCell(place, Formulas.MayStartOne(text) ? ExcelStyle.QuotedText : style, Escaped(text));
    }

    /// <summary>Excel reads _x000D_ in a text as a character; a text that happens to say so must not change.</summary>
    private static string Escaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? text.Replace("_x", "_x005F_x", StringComparison.Ordinal) : text;
}
