using System.IO.Compression;
using System.Text;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ACip.Tests.Unit.DonorReports;

public sealed class OfficeFilesTests
{
    [Theory]
    [InlineData(DonorTemplate.Neutral, "es")]
    [InlineData(DonorTemplate.Norad, "en")]
    [InlineData(DonorTemplate.GlobalAffairsCanada, "fr")]
    [InlineData(SampleTemplates.Aurora, "es")]
    public void The_Word_document_and_the_workbook_keep_to_the_Open_XML_schema(string template, Language language)
    {
        RenderedReport report = DonorReport.Render(SampleSnapshots.Sample(template), language);
        using WordprocessingDocument word = WordprocessingDocument.Open(
            new MemoryStream(report[ReportParts.Word].Bytes),
            isEditable: false
        );
        Valid(word);
        using SpreadsheetDocument excel = SpreadsheetDocument.Open(new MemoryStream(report[ReportParts.Excel].Bytes), isEditable: false);
        Valid(excel);
    }

    [Fact]
    public void The_Word_document_has_headings_contents_charts_and_the_mark_on_every_page()
    {
        RenderedReport report = DonorReport.Render(SampleSnapshots.Sample(DonorTemplate.Neutral), Language.En);
        using WordprocessingDocument word = WordprocessingDocument.Open(
            new MemoryStream(report[ReportParts.Word].Bytes),
            isEditable: false
        );
        MainDocumentPart main = word.MainDocumentPart!;
        Assert.True(main.Document.Descendants<W.ParagraphStyleId>().Count(style => style.Val == "Heading1") > 10);
        Assert.Contains(main.Document.Descendants<W.FieldCode>(), field => field.Text.Contains("TOC", StringComparison.Ordinal));
        Assert.Equal(4, main.ChartParts.Count());
        Assert.All(main.HeaderParts, header => Assert.Contains("FICTIONAL SAMPLE DATA", header.Header.InnerText, StringComparison.Ordinal));
        Assert.All(main.FooterParts, footer => Assert.Contains("FICTIONAL SAMPLE DATA", footer.Footer.InnerText, StringComparison.Ordinal));
        Assert.All(
            main.Document.Descendants<W.Hyperlink>(),
            link => Assert.Contains(main.Document.Descendants<W.BookmarkStart>(), mark => mark.Name == link.Anchor)
        );
    }

    [Fact]
    public void The_workbook_has_one_row_for_each_observation_typed_filtered_and_with_a_frozen_heading()
    {
        RenderedReport report = DonorReport.Render(SampleSnapshots.Sample(DonorTemplate.Norad), Language.En);
        using SpreadsheetDocument excel = SpreadsheetDocument.Open(new MemoryStream(report[ReportParts.Excel].Bytes), isEditable: false);
        Sheet observations = excel.WorkbookPart!.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == "Observations");
        Worksheet sheet = ((WorksheetPart)excel.WorkbookPart.GetPartById(observations.Id!)).Worksheet;
        int given = SampleSnapshots.Plans(8, 10, 4).Sum(plan => plan.Observations.Count(one => one.Observation.Item != "M1"));
        Assert.Equal(given, sheet.Descendants<Row>().Count() - 1);
        Assert.Equal("A1:AA" + (given + 1), sheet.Elements<AutoFilter>().Single().Reference);
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.All(
            sheet.Descendants<Row>().Skip(1),
            row => Assert.Null(row.Elements<Cell>().First(cell => cell.CellReference!.Value!.StartsWith('H')).DataType)
        );
    }

    [Fact]
    public void Entries_are_stored_with_one_fixed_time_so_that_no_runtime_packs_them_otherwise()
    {
        RenderedReport report = DonorReport.Render(SampleSnapshots.Sample(DonorTemplate.Norad), Language.En);
        foreach (string name in new[] { ReportParts.Word, ReportParts.Excel })
        {
            using var zip = new ZipArchive(new MemoryStream(report[name].Bytes));
            Assert.All(
                zip.Entries,
                entry =>
                {
                    Assert.Equal(entry.Length, entry.CompressedLength);
                    Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime);
                    using var text = new StreamReader(entry.Open(), Encoding.UTF8);
                    Assert.NotEmpty(text.ReadToEnd()); // the reader checks the CRC
                }
            );
        }
    }

    private static void Valid(OpenXmlPackage package) =>
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(package)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}")
        );
}
