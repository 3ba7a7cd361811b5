using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ACip.Tests.Unit.Surveys.Imports;

/// <summary>A workbook as a spreadsheet program writes it, by Microsoft's own library: shared strings, numbers, dates by their format
/// alone, errors.</summary>
internal static class TestWorkbook
{
    /// <summary>A number that is formatted as a date.</summary>
    public sealed record DateCell(double Serial);

    /// <summary>What a formula could not work out.</summary>
    public sealed record ErrorCell(string Code);

    /// <param name="sheets">Rows of cells: text, a number, a <see cref="DateCell"/>, an <see cref="ErrorCell"/>, or null where none is
    /// written.</param>
    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets)
    {
        using var file = new MemoryStream();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var strings = new List<string>();
            var list = new Sheets();
            foreach ((string name, object?[][] rows) in sheets)
            {
                WorksheetPart part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select((cells, at) => Written(cells, at + 1, strings))));
                list.Append(
                    new Sheet
                    {
                        Name = name,
                        SheetId = (uint)list.Count() + 1,
                        Id = workbook.GetIdOfPart(part),
                    }
                );
            }

            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                strings.Select(text => new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
            );
            workbook.Workbook = new Workbook(list);
        }

        return file.ToArray();
    }

    private static Row Written(object?[] cells, int row, List<string> strings) =>
        new(
            cells
                .Select((value, column) => (value, column))
                .Where(one => one.value is not null)
                .Select(one => Of(one.value!, Address(one.column, row), strings))
        )
        {
            RowIndex = (uint)row,
        };

    private static Cell Of(object value, string address, List<string> strings)
    {
        var cell = new Cell { CellReference = address };
        switch (value)
        {
            case string text:
                strings.Add(text);
                (cell.DataType, cell.CellValue) = (CellValues.SharedString, new CellValue(strings.Count - 1));
                break;
            case DateCell date:
                (cell.StyleIndex, cell.CellValue) = (1, new CellValue(date.Serial));
                break;
            case ErrorCell error:
                (cell.DataType, cell.CellValue) = (CellValues.Error, new CellValue(error.Code));
                break;
            default:
                cell.CellValue = new CellValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
        }

        return cell;
    }

    private static string Address(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row}");

    private static string Letters(int column) => (column < 26 ? "" : Letters((column / 26) - 1)) + (char)('A' + (column % 26));

    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true })
        );
}
