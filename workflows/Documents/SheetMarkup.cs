using System.Globalization;

namespace ACip.Workflows.Documents;

/// <summary>What every sheet is made of: columns, rows and typed cells.</summary>
internal static class SheetMarkup
{
    public const string Open = $"<worksheet xmlns=\"{WorkbookPackage.Main}\">";
    public const string Close = "</worksheet>";
    public const string FitsPage = "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>";

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <param name="widths">In characters.</param>
    public static MarkupText Columns(this MarkupText xml, params IEnumerable<double> widths)
    {
        xml.Raw("<cols>");
        foreach (var (column, width) in widths.Index())
        {
            string number = Plain(column + 1);
            xml.Raw($"<col min=\"{number}\" max=\"{number}\" width=\"{width.ToString(CultureInfo.InvariantCulture)}\" customWidth=\"1\"/>");
        }

        return xml.Raw("</cols>");
    }

    /// <param name="height">In points; null as the program finds right.</param>
    public static MarkupText OpenRow(this MarkupText xml, string number, double? height = null) =>
        xml.Raw(
            height is { } points
                ? $"<row r=\"{number}\" ht=\"{points.ToString(CultureInfo.InvariantCulture)}\" customHeight=\"1\">"
                : $"<row r=\"{number}\">"
        );

    public static MarkupText CloseRow(this MarkupText xml) => xml.Raw("</row>");

    /// <param name="place">Such as G7.</param>
    public static MarkupText EmptyCell(this MarkupText xml, string place, int style) => xml.Raw($"<c r=\"{place}\" s=\"{Plain(style)}\"/>");

    /// <param name="number">As machines write it.</param>
    public static MarkupText NumberCell(this MarkupText xml, string place, int style, string number) =>
        xml.Raw($"<c r=\"{place}\" s=\"{Plain(style)}\"><v>{number}</v></c>");

    public static MarkupText DayCell(this MarkupText xml, string place, int style, DateOnly day) =>
        xml.NumberCell(place, style, Plain(day.DayNumber - DayZero.DayNumber));

    /// <param name="encoded">Whole, without what a cell takes for an escape (see <see cref="CellText"/>).</param>
    public static MarkupText TextCell(this MarkupText xml, string place, int style, string encoded) =>
        xml.Raw($"<c r=\"{place}\" s=\"{Plain(style)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
            .Whole(encoded)
            .Raw("</t></is></c>");

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
