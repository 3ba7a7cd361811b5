using System.Globalization;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ACip.Workflows.Documents;

/// <summary>One sheet: title, notice, hint, headings, rows; locked but for what is asked.</summary>
internal static class SheetXml
{
    /// <summary>A spreadsheet keeps numbers as doubles: what needs more digits is written as text.</summary>
    private const int DigitsKept = 15;

    private const double PointsPerLine = 15;
    private const double CharactersAcross = 220; // still readable on landscape A4
    private const int MostLines = 27; // a spreadsheet's rows end at 409 points

    private static readonly DateOnly FirstReliableDay = new(1900, 3, 1); // before, spreadsheets believe in 29 February 1900

    public static Worksheet Make(WorkbookDesign design, SheetDesign sheet)
    {
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(View(sheet, design.Language)),
            new SheetFormatProperties { DefaultRowHeight = PointsPerLine },
            ColumnsOf(sheet),
            Rows(design, sheet),
            new SheetProtection
            {
                Sheet = true,
                Objects = true,
                Scenarios = true,
                FormatColumns = false,
                FormatRows = false,
            }
        );
        if (Asked.Validations(design.Language, sheet) is { } validations)
        {
            worksheet.Append(validations);
        }

        worksheet.Append(
            new PageMargins
            {
                Left = 0.4,
                Right = 0.4,
                Top = 0.6,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            }
        );
        worksheet.Append(
            new PageSetup
            {
                Orientation = OrientationValues.Landscape,
                PaperSize = 9,
                FitToWidth = PagesAcross(sheet),
                FitToHeight = 0,
            }
        );
        worksheet.Append(new HeaderFooter(new OddHeader($"&C{design.Notice}"), new OddFooter("&L&A&R&P / &N")));
        return worksheet;
    }

    private static Columns ColumnsOf(SheetDesign sheet)
    {
        var columns = new Columns();
        for (uint column = 1; column <= sheet.Columns.Count; column++)
        {
            columns.Append(
                new Column
                {
                    Min = column,
                    Max = column,
                    Width = sheet.Columns[(int)column - 1].Width,
                    CustomWidth = true,
                }
            );
        }

        return columns;
    }

    private static SheetData Rows(WorkbookDesign design, SheetDesign sheet)
    {
        var data = new SheetData();
        Append(data, 1, [(design.Title, WorkbookStyles.Title)]);
        Append(data, 2, design.Notice is null ? [] : [(design.Notice, WorkbookStyles.Notice)]);
        Append(data, 3, [(sheet.Hint, WorkbookStyles.Plain)]);
        Append(
            data,
            SheetDesign.HeadingRow,
            [.. sheet.Columns.Select(column => ((object?)column.Heading, WorkbookStyles.Heading))],
            sheet.Columns
        );
        for (int row = 0; row < sheet.Rows.Count; row++)
        {
            Append(
                data,
                (uint)(SheetDesign.FirstRow + row),
                [.. sheet.Rows[row].Select(cell => (cell.Value, WorkbookStyles.For(cell)))],
                sheet.Columns
            );
        }

        return data;
    }

    /// <summary>Headings, and codes where there are other columns, stay in sight.</summary>
    private static SheetView View(SheetDesign sheet, Languages.Language language)
    {
        bool hasCodes = sheet.Columns.Count > 1;
        string first = $"{(hasCodes ? 'B' : 'A')}{SheetDesign.FirstRow}";
        PaneValues active = hasCodes ? PaneValues.BottomRight : PaneValues.BottomLeft;
        return new SheetView(
            new Pane
            {
                HorizontalSplit = hasCodes ? 1 : null,
                VerticalSplit = SheetDesign.HeadingRow,
                TopLeftCell = first,
                ActivePane = active,
                State = PaneStateValues.Frozen,
            },
            new Selection
            {
                Pane = active,
                ActiveCell = first,
                SequenceOfReferences = new ListValue<StringValue> { InnerText = first },
            }
        )
        {
            WorkbookViewId = 0,
            RightToLeft = language.DirectionIfTurned is null ? null : true,
        };
    }

    private static uint PagesAcross(SheetDesign sheet) => 1 + (uint)(sheet.Columns.Sum(column => column.Width) / CharactersAcross);

    /// <summary>The hidden sheet.</summary>
    public static Worksheet Make(WorkbookTicket ticket)
    {
        var data = new SheetData();
        uint row = 1;
        foreach (var (key, value) in TicketRows.Of(ticket))
        {
            Append(data, row++, [(key, WorkbookStyles.Plain), (value, WorkbookStyles.Plain)]);
        }

        return new Worksheet(
            data,
            new SheetProtection
            {
                Sheet = true,
                Objects = true,
                Scenarios = true,
            }
        );
    }

    private static void Append(
        SheetData data,
        uint number,
        IReadOnlyList<(object? Value, uint Style)> cells,
        IReadOnlyList<ColumnDesign>? wrapped = null
    )
    {
        var row = new Row { RowIndex = number };
        if (wrapped is not null && cells.Zip(wrapped, Lines).Append(1).Max() is > 1 and var lines)
        {
            row.Height = Math.Min(lines, MostLines) * PointsPerLine;
            row.CustomHeight = true;
        }

        for (int column = 0; column < cells.Count; column++)
        {
            row.Append(ToCell(new CellAddress((int)number, column + 1), cells[column].Value, cells[column].Style));
        }

        data.Append(row);
    }

    /// <summary>How many lines a wrapped text takes, roughly: programs do not all work it out when they open a file.</summary>
    private static int Lines((object? Value, uint Style) cell, ColumnDesign column) =>
        cell.Value is string text ? text.Split('\n').Sum(line => 1 + (int)(line.Length / column.Width)) : 1;

    private static Cell ToCell(CellAddress at, object? value, uint style)
    {
        var cell = new Cell { CellReference = at.ToString(), StyleIndex = style };
        switch (value)
        {
            case null or "":
                break;
            case decimal number when Digits(number) <= DigitsKept:
                cell.CellValue = new CellValue(CanonicalJson.Number(number));
                break;
            case DateOnly day when day >= FirstReliableDay:
                cell.CellValue = new CellValue(((int)day.ToDateTime(TimeOnly.MinValue).ToOADate()).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                string text = value switch
                {
                    decimal number => CanonicalJson.Number(number),
                    DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    _ => CellText.Encode((string)value),
                };
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
                break;
        }

        return cell;
    }

    private static int Digits(decimal number) =>
        CanonicalJson.Number(number).TrimStart('-').Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length;
}
