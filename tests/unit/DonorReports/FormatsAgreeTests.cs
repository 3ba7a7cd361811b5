using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Events;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>Each format is read back as its reader would, and says the same.</summary>
public sealed class FormatsAgreeTests
{
    public static IEnumerable<object[]> All { get; } =
        from template in SampleTemplates.All
        from language in Language.All
        select new object[] { template, language };

    [Theory]
    [MemberData(nameof(All))]
    public void The_page_says_the_figures_of_the_data(DonorTemplate template, Language language)
    {
        RenderedReport report = Render(template, language);
        Dictionary<string, decimal?> data = Figures(report);
        IElement[] said = [.. Page(report).QuerySelectorAll("[data-figure]")];
        Assert.NotEmpty(said);
        foreach (IElement element in said)
        {
            Assert.Equal(
                data[element.GetAttribute("data-figure")!],
                element.GetAttribute("value") is { } value ? decimal.Parse(value, CultureInfo.InvariantCulture) : null
            );
        }

        Assert.Empty(
            data.Keys.Where(id => id.Contains("/total", StringComparison.Ordinal))
                .Except(said.Select(element => element.GetAttribute("data-figure")!))
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_Word_document_has_the_tables_of_the_page_cell_by_cell(DonorTemplate template, Language language)
    {
        RenderedReport report = Render(template, language);
        IHtmlCollection<IElement> tables = Page(report).QuerySelectorAll("table");
        using WordprocessingDocument word = WordprocessingDocument.Open(
            new MemoryStream(report[ReportParts.Word].Bytes),
            isEditable: false
        );
        W.Table[] same = [.. word.MainDocumentPart!.Document.Body!.Descendants<W.Table>()];
        Assert.Equal(tables.Length, same.Length);
        for (int table = 0; table < same.Length; table++)
        {
            string[] page = [.. tables[table].QuerySelectorAll("th,td").Select(WithoutNotes)];
            string[] document =
            [
                .. same[table]
                    .Descendants<W.TableCell>()
                    .Select(cell =>
                        string.Concat(
                            cell.Descendants<W.Text>()
                                .Where(text => text.Ancestors<W.Hyperlink>().FirstOrDefault() is null)
                                .Select(text => text.Text)
                        )
                    ),
            ];
            Assert.Equal(page, document);
        }
    }

    [Fact]
    public void The_workbook_has_the_figures_of_the_data()
    {
        RenderedReport report = Render(DonorTemplate.Norad, Language.Fr);
        Dictionary<string, decimal?> data = Figures(report);
        Dictionary<string, decimal?> sheet = ExcelRows(report, 3)
            .Skip(1)
            .ToDictionary(
                row => row["A"],
                row => row.TryGetValue("D", out string? value) ? decimal.Parse(value, CultureInfo.InvariantCulture) : (decimal?)null
            );
        Assert.Equal(
            data.Where(one =>
                    !one.Key.EndsWith("/baseline", StringComparison.Ordinal)
                    && !one.Key.EndsWith("/target", StringComparison.Ordinal)
                    && !one.Key.EndsWith("/achievement", StringComparison.Ordinal)
                )
                .OrderBy(one => one.Key),
            sheet.OrderBy(one => one.Key)
        );
    }

    [Fact]
    public void IATI_has_the_figures_of_the_data_and_no_actual_for_the_others()
    {
        RenderedReport report = Render(DonorTemplate.Norad, Language.En);
        Dictionary<string, decimal?> data = Figures(report);
        HashSet<string> seen = [];
        foreach (XElement indicator in XDocument.Load(new MemoryStream(report[ReportParts.Iati].Bytes)).Descendants("indicator"))
        {
            string title = indicator.Element("title")!.Value,
                code = title.Split(' ')[0];
            if (Enum.GetValues<DeliveryKind>().Any(kind => title.StartsWith(Terms.Of(kind).In(Language.En), StringComparison.Ordinal)))
            {
                continue; // events, which are no indicators of the framework
            }

            seen.Add(code);
            Dictionary<string, decimal?> actual = indicator
                .Elements("period")
                .Last()
                .Elements("actual")
                .Where(one => one.Attribute("value") is not null)
                .ToDictionary(
                    one =>
                        one.Element("dimension") is { } dimension
                            ? $"{code}/{dimension.Attribute("name")!.Value}:{dimension.Attribute("value")!.Value.Replace("not-broken-down", "", StringComparison.Ordinal)}"
                            : $"{code}/total",
                    one => (decimal?)decimal.Parse(one.Attribute("value")!.Value, CultureInfo.InvariantCulture)
                );
            Assert.Equal(
                data.Where(one =>
                        one.Value is not null
                        && one.Key.StartsWith(code + "/", StringComparison.Ordinal)
                        && one.Key.Split('/')[1] is not ("baseline" or "target" or "achievement")
                    )
                    .OrderBy(one => one.Key, StringComparer.Ordinal),
                actual.OrderBy(one => one.Key, StringComparer.Ordinal)
            );
        }

        Assert.Equal(
            data.Keys.Where(key => key.EndsWith("/total", StringComparison.Ordinal))
                .Select(key => key.Split('/')[0])
                .Order(StringComparer.Ordinal),
            seen.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_counted_rows_of_the_annex_make_each_sum()
    {
        RenderedReport report = Render(DonorTemplate.Norad, Language.En);
        Dictionary<string, decimal?> data = Figures(report);
        Dictionary<string, string>[] rows = [.. ExcelRows(report, 4).Skip(1)];
        foreach (
            string sum in data.Keys.Where(id =>
                id.StartsWith("1111.", StringComparison.Ordinal) && id.EndsWith("/total", StringComparison.Ordinal)
            )
        )
        {
            Assert.Equal(
                data[sum],
                rows.Where(row => row["A"] == sum && row["B"] == "1").Sum(row => decimal.Parse(row["M"], CultureInfo.InvariantCulture))
            );
        }
    }

    [Fact]
    public void CSV_and_workbook_have_the_same_observations()
    {
        RenderedReport report = Render(DonorTemplate.Norad, Language.En);
        using CsvHelper.CsvReader csv = CsvHelper.CsvReader.Create(
            report[ReportParts.Csv].Bytes,
            new CsvHelper.CsvReaderOptions { Separator = ',', HasHeader = false }
        );
        List<string[]> lines = [];
        while (csv.Read())
        {
            lines.Add(csv.Current.ToArray());
        }

        Dictionary<string, string>[] rows = [.. ExcelRows(report, 4)];
        Assert.Equal(rows.Length, lines.Count);
        Assert.Equal(
            rows.Skip(1).Select(row => (row["A"], row.GetValueOrDefault("J", ""), row.GetValueOrDefault("M", ""), row["X"])),
            lines.Skip(1).Select(line => (line[0], line[9], line[12], line[23]))
        );
    }

    private static RenderedReport Render(DonorTemplate template, Language language) =>
        DonorReport.Render(SampleSnapshots.Sample(template), language);

    private static IDocument Page(RenderedReport report) =>
        new HtmlParser().ParseDocument(new MemoryStream(report[ReportParts.Html].Bytes));

    private static string WithoutNotes(IElement cell)
    {
        foreach (IElement note in cell.QuerySelectorAll("sup").ToArray())
        {
            note.Remove();
        }

        return cell.TextContent.TrimEnd('\n');
    }

    private static Dictionary<string, decimal?> Figures(RenderedReport report)
    {
        using JsonDocument data = JsonDocument.Parse(report[ReportParts.Json].Bytes);
        var figures = new Dictionary<string, decimal?>();
        foreach (JsonElement indicator in data.RootElement.GetProperty("indicators").EnumerateArray())
        {
            string code = indicator.GetProperty("code").GetString()!;
            foreach (string name in new[] { "baseline", "target", "achievement" })
            {
                figures[$"{code}/{name}"] = indicator.TryGetProperty(name, out JsonElement value) ? value.GetDecimal() : null;
            }

            foreach (JsonElement figure in indicator.GetProperty("figures").EnumerateArray())
            {
                figures[figure.GetProperty("id").GetString()!] = figure.TryGetProperty("value", out JsonElement value)
                    ? value.GetDecimal()
                    : null;
            }
        }

        return figures;
    }

    private static IEnumerable<Dictionary<string, string>> ExcelRows(RenderedReport report, int sheet)
    {
        using var zip = new ZipArchive(new MemoryStream(report[ReportParts.Excel].Bytes));
        using Stream part = zip.GetEntry($"xl/worksheets/sheet{sheet}.xml")!.Open();
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        return
        [
            .. XDocument
                .Load(part)
                .Descendants(main + "row")
                .Select(row =>
                    row.Elements(main + "c").ToDictionary(cell => cell.Attribute("r")!.Value.TrimEnd([.. "0123456789"]), cell => cell.Value)
                ),
        ];
    }
}
