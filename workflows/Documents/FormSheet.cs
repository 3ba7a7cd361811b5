using System.Globalization;
using ACip.Workflows.Serialization;

namespace ACip.Workflows.Documents;

/// <summary>A sheet to be filled in: title, notice, hint, headings, rows. Locked except where input is expected.</summary>
internal static class FormSheet
{
    /// <summary>Spreadsheets store numbers as doubles, so numbers with more digits are written as text.</summary>
    private const int DigitsKept = 15;

    private const double PointsPerLine = 15;
    private const double CharactersAcross = 220; // still readable on landscape A4
    private const int MostLines = 27; // a spreadsheet's rows end at 409 points

    private static readonly DateOnly FirstReliableDay = new(1900, 3, 1); // before, spreadsheets believe in 29 February 1900

    public static SheetEnd Write(MarkupText xml, WorkbookDesign design, SheetDesign sheet)
    {
        xml.Raw(SheetMarkup.Open)
            .Raw(SheetMarkup.FitsPage)
            .Raw(View(sheet, design.Language))
            .Raw($"<sheetFormatPr defaultRowHeight=\"{PointsPerLine.ToString(CultureInfo.InvariantCulture)}\"/>")
            .Columns(sheet.Columns.Select(column => column.Width));
        Rows(xml, design, sheet);
        xml.Raw("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\"/>");
        FormValidations.Write(xml, design.Language, sheet);
        string across = PagesAcross(sheet).ToString(CultureInfo.InvariantCulture);
        xml.Raw("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>")
            .Raw($"<pageSetup paperSize=\"9\" fitToWidth=\"{across}\" fitToHeight=\"0\" orientation=\"landscape\"/>")
            .Raw("<headerFooter><oddHeader>&amp;C")
            .Whole(design.Notice ?? "")
            .Raw("</oddHeader><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>")
            .Raw(SheetMarkup.Close);
        return default;
    }

    /// <summary>The hidden sheet.</summary>
    public static SheetEnd Write(MarkupText xml, WorkbookTicket ticket)
    {
        xml.Raw(SheetMarkup.Open).Raw("<sheetData>");
        foreach (var (index, (key, value)) in WorkbookTicketCells.Of(ticket).Index())
        {
            Row(xml, index + 1, [(key, FormStyles.Plain), (value, FormStyles.Plain)]);
        }

        xml.Raw("</sheetData><sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\"/>").Raw(SheetMarkup.Close);
        return new SheetEnd(IsHidden: true);
    }

    /// <summary>Headings, and codes where there are other columns, stay in sight.</summary>
    private static string View(SheetDesign sheet, Languages.Language language)
    {
        bool hasCodes = sheet.Columns.Count > 1;
        string first = new CellAddress(SheetDesign.FirstRow, hasCodes ? 2 : 1).ToString();
        string active = hasCodes ? "bottomRight" : "bottomLeft";
        string turned = language.DirectionIfTurned is null ? "" : " rightToLeft=\"1\"";
        string codes = hasCodes ? " xSplit=\"1\"" : "";
        string headings = SheetDesign.HeadingRow.ToString(CultureInfo.InvariantCulture);
        return $"<sheetViews><sheetView{turned} workbookViewId=\"0\">"
            + $"<pane{codes} ySplit=\"{headings}\" topLeftCell=\"{first}\" activePane=\"{active}\" state=\"frozen\"/>"
            + $"<selection pane=\"{active}\" activeCell=\"{first}\" sqref=\"{first}\"/></sheetView></sheetViews>";
    }

    private static void Rows(MarkupText xml, WorkbookDesign design, SheetDesign sheet)
    {
        xml.Raw("<sheetData>");
        Row(xml, 1, [(design.Title, FormStyles.Title)]);
        Row(xml, 2, design.Notice is null ? [] : [(design.Notice, FormStyles.Notice)]);
        Row(xml, 3, [(sheet.Hint, FormStyles.Plain)]);
        Row(xml, SheetDesign.HeadingRow, [.. sheet.Columns.Select(column => ((object?)column.Heading, FormStyles.Heading))], sheet.Columns);
        foreach (var (index, cells) in sheet.Rows.Index())
        {
            Row(xml, SheetDesign.FirstRow + index, [.. cells.Select(cell => (cell.Value, FormStyles.For(cell)))], sheet.Columns);
        }

        xml.Raw("</sheetData>");
    }

    private static int PagesAcross(SheetDesign sheet) => 1 + (int)(sheet.Columns.Sum(column => column.Width) / CharactersAcross);

    private static void Row(
        MarkupText xml,
        int number,
        IReadOnlyList<(object? Value, int Style)> cells,
        IReadOnlyList<ColumnDesign>? wrapped = null
    )
    {
        int lines = wrapped is null ? 1 : cells.Zip(wrapped, Lines).Append(1).Max();
        xml.OpenRow(number.ToString(CultureInfo.InvariantCulture), lines > 1 ? Math.Min(lines, MostLines) * PointsPerLine : null);
        foreach (var (index, (value, style)) in cells.Index())
        {
            Cell(xml, new CellAddress(number, index + 1).ToString(), style, value);
        }

        xml.CloseRow();
    }

    /// <summary>How many lines a wrapped text takes, roughly: programs do not all work it out when they open a file.</summary>
    private static int Lines((object? Value, int Style) cell, ColumnDesign column) =>
        cell.Value is string text ? text.Split('\n').Sum(line => 1 + (int)(line.Length / column.Width)) : 1;

    private static void Cell(MarkupText xml, string place, int style, object? value) =>
        _ = value switch
        {
            null or "" => xml.EmptyCell(place, style),
            decimal number when Digits(number) <= DigitsKept => xml.NumberCell(place, style, CanonicalJson.Number(number)),
            decimal number => xml.TextCell(place, style, CanonicalJson.Number(number)),
            DateOnly day when day >= FirstReliableDay => xml.DayCell(place, style, day),
            DateOnly day => xml.TextCell(place, style, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => xml.TextCell(place, style, CellText.Encode((string)value)),
        };

    private static int Digits(decimal number) =>
        CanonicalJson.Number(number).TrimStart('-').Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length;
}
