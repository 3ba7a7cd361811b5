using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Excel;

internal static class ExcelSheet
{
    private const string Open = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
    private const int LongestText = 32_000; // a cell holds 32,767
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>What this is, so that a sheet that was cut out of its report can be traced.</summary>
    public static void Front(MarkupText xml, ReportDocument document, SnapshotHead head)
    {
        xml.Raw(Open)
            .Raw(
                "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><cols><col min=\"1\" max=\"1\" width=\"30\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"90\" customWidth=\"1\"/></cols><sheetData>"
            );
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

        xml.Raw("</sheetData>").Raw(HeaderFooter(document.Banner)).Raw("</worksheet>");

        void Row(string text, int style, string? second = null)
        {
            string number = Writing.Plain(++row);
            xml.Raw($"<row r=\"{number}\">");
            Text(xml, $"A{number}", text, style);
            if (second is not null)
            {
                Text(xml, $"B{number}", second, ExcelStyle.Text);
            }

            xml.Raw("</row>");
        }
    }

    /// <returns>How many rows there are below the heading.</returns>
    public static int Data(MarkupText xml, AnnexTable table, Language language, string? banner)
    {
        xml.Raw(Open)
            .Raw(
                "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/></sheetView></sheetViews><cols>"
            );
        for (int column = 0; column < table.Columns.Count; column++)
        {
            string number = Writing.Plain(column + 1);
            xml.Raw($"<col min=\"{number}\" max=\"{number}\" width=\"{Writing.Plain(table.Columns[column].Width)}\" customWidth=\"1\"/>");
        }

        string[] letters = [.. Enumerable.Range(1, table.Columns.Count).Select(Letters)];
        xml.Raw("</cols><sheetData><row r=\"1\">");
        for (int column = 0; column < letters.Length; column++)
        {
            Text(xml, $"{letters[column]}1", table.Columns[column].Heading.In(language), ExcelStyle.Heading);
        }

        xml.Raw("</row>");
        int rows = 0;
        foreach (AnnexValue[] values in table.Rows)
        {
            string number = Writing.Plain(++rows + 1);
            xml.Raw($"<row r=\"{number}\">");
            for (int column = 0; column < values.Length; column++)
            {
                Write(xml, letters[column] + number, values[column]);
            }

            xml.Raw("</row>");
        }

        xml.Raw(
                $"</sheetData><autoFilter ref=\"A1:{letters[^1]}{Writing.Plain(rows + 1)}\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
            )
            .Raw(HeaderFooter(banner))
            .Raw("</worksheet>");
        return rows;
    }

    /// <summary>Of a column, from 1: A … Z, AA …</summary>
    public static string Letters(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + Letters((column - 1) % 26 + 1);

    private static string HeaderFooter(string? banner) =>
        banner is null
            ? ""
            : "<headerFooter><oddHeader>&amp;C&amp;\"-,Bold\"FICTIONAL SAMPLE DATA</oddHeader><oddFooter>&amp;CFICTIONAL SAMPLE DATA</oddFooter></headerFooter>";

    private static void Write(MarkupText xml, string place, AnnexValue value)
    {
        if (value.Number is { } number)
        {
            xml.Raw($"<c r=\"{place}\" s=\"{Writing.Plain(ExcelStyle.Number)}\"><v>{Writing.Plain(number)}</v></c>");
        }
        else if (value.Day is { } day)
        {
            xml.Raw(
                $"<c r=\"{place}\" s=\"{Writing.Plain(ExcelStyle.Day)}\"><v>{Writing.Plain(day.DayNumber - DayZero.DayNumber)}</v></c>"
            );
        }
        else if (!string.IsNullOrEmpty(value.Text))
        {
            Text(xml, place, value.Text, ExcelStyle.Text);
        }
    }

    private static void Text(MarkupText xml, string place, string text, int style)
    {
        text = PlainText.Of(text);
        if (text.Length > LongestText)
        {
            text = text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";
        }

        int shown = Formulas.MayStartOne(text) ? ExcelStyle.QuotedText : style;
        xml.Raw($"<c r=\"{place}\" s=\"{Writing.Plain(shown)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
            .Text(Escaped(text))
            .Raw("</t></is></c>");
    }

    /// <summary>Excel reads _x000D_ in a text as a character; a text that happens to say so must not change.</summary>
    private static string Escaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? text.Replace("_x", "_x005F_x", StringComparison.Ordinal) : text;
}
