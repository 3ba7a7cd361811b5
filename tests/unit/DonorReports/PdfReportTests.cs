using System.Text;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using AngleSharp.Html.Parser;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>The report as pages.</summary>
public sealed class PdfReportTests
{
    public static IEnumerable<object[]> All { get; } =
        from template in SampleTemplates.All
        from language in Language.All
        select new object[] { template, language };

    [Theory]
    [MemberData(nameof(All))]
    public void It_has_the_tables_of_the_page_cell_by_cell(DonorTemplate template, Language language)
    {
        RenderedReport report = DonorReport.Render(SampleSnapshots.Sample(template), language);
        string[] page =
        [
            .. new HtmlParser()
                .ParseDocument(new MemoryStream(report[ReportParts.Html].Bytes))
                .QuerySelectorAll("th,td")
                .Select(cell => Plain(cell.TextContent)),
        ];
        string[] cells =
        [
            .. new PdfReader(report[ReportParts.Pdf].Bytes).Elements().Where(one => one.Tag is "TH" or "TD").Select(one => Plain(one.Text)),
        ];
        Assert.Equal(page, cells);
    }

    [Fact]
    public void It_is_tagged_titled_bookmarked_and_has_its_fonts_within()
    {
        DonorSnapshot snapshot = SampleSnapshots.Sample(DonorTemplate.GlobalAffairsCanada);
        var pdf = new PdfReader(DonorReport.Render(snapshot, Language.Fr)[ReportParts.Pdf].Bytes);
        (string Tag, string Text, string Entries)[] elements = [.. pdf.Elements()];
        Assert.Equal("Document", elements[0].Tag);
        Assert.Equal(
            "Rapport sur le rendement à l'intention d'Affaires mondiales Canada",
            Assert.Single(elements, one => one.Tag == "H1").Text
        );
        string[] headings = [.. elements.Where(one => one.Tag == "H2").Select(one => one.Text)];
        Assert.Equal(headings, elements.Where(one => one.Tag == "TOCI").Select(one => one.Text.TrimEnd([' ', .. "0123456789"])));
        string catalogue = Assert.Single(pdf.Objects, one => one.StartsWith("<< /Type /Catalog", StringComparison.Ordinal));
        Assert.Contains("/Lang (fr-FR)", catalogue, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo << /Marked true >>", catalogue, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", catalogue, StringComparison.Ordinal);
        Assert.Equal(
            2,
            pdf.Objects.Count(one =>
                one.Contains("/FontFile2 ", StringComparison.Ordinal) && one.Contains("+LiberationSans", StringComparison.Ordinal)
            )
        );
        Assert.All(
            headings,
            heading =>
                Assert.Contains(
                    pdf.Objects,
                    one =>
                        one.Contains(
                            $"/Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(heading))}> /Parent",
                            StringComparison.Ordinal
                        )
                )
        );
        Assert.All(
            elements.Where(one => one.Tag == "Figure"),
            figure => Assert.Contains("/Alt <FEFF", figure.Entries, StringComparison.Ordinal)
        );
        Assert.Contains(elements, one => one.Tag == "Figure");
        Assert.Contains(elements, one => one.Tag == "P" && one.Entries.Contains("/Lang (en)", StringComparison.Ordinal));
        Assert.Contains(elements, one => one.Tag == "TH" && one.Entries.Contains("/Scope /Column", StringComparison.Ordinal));
        Assert.DoesNotContain("/Filter", pdf.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Norads_report_has_five_to_seven_pages_before_its_annexes()
    {
        var pdf = new PdfReader(DonorReport.Render(SampleSnapshots.Sample(DonorTemplate.Norad), Language.En)[ReportParts.Pdf].Bytes);
        Assert.InRange(pdf.PageOf("Coverage and data quality") - 1, 5, 7);
    }

    /// <summary>Without marks of footnotes, whose digits stand at the end of both alike, and with one kind of blank.</summary>
    private static string Plain(string text) =>
        string.Concat(
                text.Select(letter =>
                    letter switch
                    {
                        '\u00a0' or '\u202f' => ' ',
                        '\u2011' => '-',
                        _ => letter,
                    }
                )
            )
            .Replace(",", "", StringComparison.Ordinal)
            .Trim();
}
