using System.Text;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Lists;
using ACip.Workflows.Languages;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Text = ACip.Workflows.Languages.Text;

namespace ACip.Tests.Unit.Functions;

/// <summary>A list as a file that people open and programs read.</summary>
public sealed class ListFileTests
{
    private static readonly ProgrammeList List = new(
        [new("who", Text.Same("Who")), new("due", Text.Same("Due")), new("reports", Text.Same("Reports"), IsNumber: true)],
        [
            new("17", null, [new ListCell("Côte d'Ivoire, \"west\""), ListCell.Of(new DateOnly(2026, 3, 1)), ListCell.Of(9)]),
            new("18", null, [new ListCell("=HYPERLINK(\"http://example.org\")"), ListCell.Nothing, ListCell.Of(1.5m, "1,5")]),
        ]
    );

    [Fact]
    public void CSV_has_plain_numbers_and_days_and_nothing_that_a_spreadsheet_would_run() =>
        Assert.Equal(
            "\uFEFFwho,due,reports\r\n\"Côte d'Ivoire, \"\"west\"\"\",2026-03-01,9\r\n\"'=HYPERLINK(\"\"http://example.org\"\")\",,1.5\r\n",
            Encoding.UTF8.GetString(Write(ListFile.Csv))
        );

    [Fact]
    public void XLSX_is_valid_and_typed_and_has_the_headings_that_are_read()
    {
        using var file = new MemoryStream(Write(ListFile.Xlsx));
        using var workbook = SpreadsheetDocument.Open(file, false);

        Assert.Empty(new OpenXmlValidator().Validate(workbook).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal("What waits", workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Single().Name);
        Row[] rows = [.. workbook.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<Row>()];
        Assert.Equal(["Who", "Due", "Reports"], rows[0].Elements<Cell>().Select(cell => cell.InnerText));
        Assert.Equal("46082", rows[1].Elements<Cell>().ElementAt(1).CellValue!.Text); // 1 March 2026
        Assert.Equal("9", rows[1].Elements<Cell>().ElementAt(2).CellValue!.Text);
        Assert.Empty(workbook.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<CellFormula>());
    }

    [Theory]
    [InlineData("list.csv", true)]
    [InlineData("list.xlsx", true)]
    [InlineData("list.pdf", false)]
    [InlineData("..", false)]
    public void Other_files_there_are_none(string file, bool there) => Assert.Equal(there, ListFile.TypeOf(file) is not null);

    private static byte[] Write(string file) =>
        ListFile.Write(
            file,
            Text.Same("What [waits]"),
            List,
            List.Rows,
            new PageContext("/", "", Language.En, false, null, Fictional: true, new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero))
        );
}
