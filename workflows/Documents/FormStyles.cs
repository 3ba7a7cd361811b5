using System.Globalization;

namespace ACip.Workflows.Documents;

/// <summary>The few looks that cells of a form have; the numbers are places in the stylesheet's list of cell formats.</summary>
internal static class FormStyles
{
    public const int Plain = 0;
    public const int Title = 1;
    public const int Notice = 2;
    public const int Heading = 3;
    public const int Label = 4;
    public const int LabelNumber = 5;
    public const int LabelDate = 6;
    public const int TextInput = 7;
    public const int NumberInput = 8;
    public const int DateInput = 9;

    private const int TextFormat = 49; // built in: what is typed stays as typed
    private const int IsoDate = 164;
    private const string Grey = "<color rgb=\"FFC8CDD4\"/>";

    // as the format counts reading orders: 2 is from the right
    private const string FromTheRight = "horizontal=\"right\" vertical=\"top\" wrapText=\"0\" readingOrder=\"2\"";
    private const string Wrapped = "vertical=\"top\" wrapText=\"1\"";
    private const string OnOneLine = "vertical=\"top\" wrapText=\"0\"";

    public static void Write(MarkupText xml, Languages.Language language)
    {
        // above the table, where words run on over their neighbours: from the right in a sheet that runs so, or a title in Latin letters is
        // cut off at its edge
        string above = language.DirectionIfTurned is null ? OnOneLine : FromTheRight;
        xml.Raw($"<styleSheet xmlns=\"{WorkbookPackage.Main}\">")
            .Raw("<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"5\">")
            .Raw(Font(11))
            .Raw(Font(14, bold: true))
            .Raw(Font(11, bold: true, "FFB00020"))
            .Raw(Font(11, bold: true, "FFFFFFFF"))
            .Raw(Font(10))
            .Raw(
                "</fonts><fills count=\"5\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
            )
            .Raw(Solid("FF1F3A5F"))
            .Raw(Solid("FFF1F3F6"))
            .Raw(Solid("FFFFFBE6"))
            .Raw("</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>")
            .Raw($"<border>{Thin("left")}{Thin("right")}{Thin("top")}{Thin("bottom")}<diagonal/></border></borders>")
            .Raw(
                "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"10\">"
            )
            .Raw(Above(0, above))
            .Raw(Above(1, above))
            .Raw(Above(2, above))
            .Raw(Format(0, 3, 2, locked: true, Wrapped))
            .Raw(Format(0, 4, 3, locked: true, Wrapped))
            .Raw(Format(0, 4, 3, locked: true, OnOneLine))
            .Raw(Format(IsoDate, 4, 3, locked: true, OnOneLine))
            .Raw(Format(TextFormat, 0, 4, locked: false, Wrapped))
            .Raw(Format(0, 0, 4, locked: false, OnOneLine))
            .Raw(Format(IsoDate, 0, 4, locked: false, OnOneLine))
            .Raw("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>");
    }

    public static int For(CellDesign cell) =>
        (cell.Locked, cell.Kind, cell.Value) switch
        {
            (true, _, decimal) => LabelNumber,
            (true, _, DateOnly) => LabelDate,
            (true, _, _) => Label,
            (_, CellKind.Number or CellKind.Percentage, _) => NumberInput,
            (_, CellKind.Date, _) => DateInput,
            _ => TextInput,
        };

    private static string Font(int size, bool bold = false, string? colour = null) =>
        "<font>"
        + (bold ? "<b/>" : "")
        + $"<sz val=\"{Text(size)}\"/>"
        + (colour is null ? "" : $"<color rgb=\"{colour}\"/>")
        + "<name val=\"Calibri\"/></font>";

    private static string Solid(string colour) =>
        $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>";

    private static string Thin(string side) => $"<{side} style=\"thin\">{Grey}</{side}>";

    private static string Above(int font, string alignment) =>
        Xf($"numFmtId=\"0\" fontId=\"{Text(font)}\" fillId=\"0\" borderId=\"0\"", alignment, true);

    /// <summary>Of the table, with thin lines around.</summary>
    private static string Format(int number, int font, int fill, bool locked, string alignment) =>
        Xf(
            $"numFmtId=\"{Text(number)}\" fontId=\"{Text(font)}\" fillId=\"{Text(fill)}\" borderId=\"1\""
                + (number == 0 ? "" : " applyNumberFormat=\"1\""),
            alignment,
            locked
        );

    private static string Xf(string look, string alignment, bool locked) =>
        $"<xf {look} xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\" applyProtection=\"1\">"
        + $"<alignment {alignment}/><protection locked=\"{(locked ? 1 : 0)}\"/></xf>";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
