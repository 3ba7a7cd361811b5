using ACip.Workflows.ActionPlans.Workbook;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ACip.Workflows.Documents;

/// <summary>The few looks that our workbooks have; the numbers are places in the stylesheet's list of cell formats.</summary>
internal static class WorkbookStyles
{
    public const uint Plain = 0;
    public const uint Title = 1;
    public const uint Notice = 2;
    public const uint Heading = 3;
    public const uint Label = 4;
    public const uint LabelNumber = 5;
    public const uint LabelDate = 6;
    public const uint TextInput = 7;
    public const uint NumberInput = 8;
    public const uint DateInput = 9;

    private const uint TextFormat = 49; // built in: what is typed stays as typed
    private const uint IsoDate = 164;
    private const uint RightToLeft = 2; // as the format counts reading orders

    public static Stylesheet Make(Languages.Language language) =>
        new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = IsoDate, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
            new Fonts(Font(11), Font(14, bold: true), Font(11, bold: true, "FFB00020"), Font(11, bold: true, "FFFFFFFF"), Font(10))
            {
                Count = 5,
            },
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                Solid("FF1F3A5F"),
                Solid("FFF1F3F6"),
                Solid("FFFFFBE6")
            )
            {
                Count = 5,
            },
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin())
            {
                Count = 2,
            },
            new CellStyleFormats(
                new CellFormat
                {
                    NumberFormatId = 0,
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                }
            )
            {
                Count = 1,
            },
            new CellFormats(
                Above(0, language),
                Above(1, language),
                Above(2, language),
                Format(0, 3, 2, 1, locked: true, wrap: true),
                Format(0, 4, 3, 1, locked: true, wrap: true),
                Format(0, 4, 3, 1, locked: true, wrap: false),
                Format(IsoDate, 4, 3, 1, locked: true, wrap: false),
                Format(TextFormat, 0, 4, 1, locked: false, wrap: true),
                Format(0, 0, 4, 1, locked: false, wrap: false),
                Format(IsoDate, 0, 4, 1, locked: false, wrap: false)
            )
            {
                Count = 10,
            },
            new CellStyles(
                new CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
            {
                Count = 1,
            }
        );

    public static uint For(CellDesign cell) =>
        (cell.Locked, cell.Kind, cell.Value) switch
        {
            (true, _, decimal) => LabelNumber,
            (true, _, DateOnly) => LabelDate,
            (true, _, _) => Label,
            (_, CellKind.Number or CellKind.Percentage, _) => NumberInput,
            (_, CellKind.Date, _) => DateInput,
            _ => TextInput,
        };

    private static Font Font(double size, bool bold = false, string? colour = null)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size });
        if (colour is not null)
        {
            font.Append(new Color { Rgb = colour });
        }

        font.Append(new FontName { Val = "Calibri" });
        return font;
    }

    private static Fill Solid(string colour) =>
        new(
            new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 })
            {
                PatternType = PatternValues.Solid,
            }
        );

    private static Border Thin() =>
        new(
            new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
            new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
            new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
            new BottomBorder(Grey()) { Style = BorderStyleValues.Thin },
            new DiagonalBorder()
        );

    private static Color Grey() => new() { Rgb = "FFC8CDD4" };

    /// <summary>Above the table, where words run on over their neighbours: from the right in a sheet that runs so, or a title in Latin
    /// letters is cut off at its edge.</summary>
    private static CellFormat Above(uint font, Languages.Language language)
    {
        CellFormat format = Format(0, font, 0, 0, locked: true, wrap: false);
        if (language.DirectionIfTurned is not null)
        {
            format.Alignment!.Horizontal = HorizontalAlignmentValues.Right;
            format.Alignment.ReadingOrder = RightToLeft;
        }

        return format;
    }

    private static CellFormat Format(uint number, uint font, uint fill, uint border, bool locked, bool wrap) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wrap }, new Protection { Locked = locked })
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = number != 0,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
            ApplyProtection = true,
        };
}
