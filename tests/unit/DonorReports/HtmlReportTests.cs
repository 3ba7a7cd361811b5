using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ACip.Tests.Unit.DonorReports;

public sealed class HtmlReportTests
{
    [Theory]
    [InlineData(DonorTemplate.Neutral, "es", "es")]
    [InlineData(DonorTemplate.Norad, "en", "en")]
    [InlineData(DonorTemplate.GlobalAffairsCanada, "fr", "fr")]
    [InlineData(SampleTemplates.Aurora, "en", "en")]
    public void A_report_of_eight_administrations_is_one_light_page(string template, Language language, string code)
    {
        byte[] bytes = DonorReport.Render(SampleSnapshots.Sample(template), language)[ReportParts.Html].Bytes;
        Assert.True(bytes.Length < 60 * 1024, $"{bytes.Length} bytes");
        Assert.Equal(code, Page(bytes).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public void It_can_be_read_without_eyes_and_without_a_mouse()
    {
        IDocument page = Page(DonorReport.Render(SampleSnapshots.Sample(DonorTemplate.Norad), Language.En)[ReportParts.Html].Bytes);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
        Assert.All(page.QuerySelectorAll("thead th"), heading => Assert.Equal("col", heading.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("svg"), chart => Assert.NotEmpty(chart.QuerySelector("desc")!.TextContent));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        page = Page(DonorReport.Render(SampleSnapshots.Sample(DonorTemplate.Neutral), Language.En)[ReportParts.Html].Bytes);
        Assert.Contains(
            page.QuerySelectorAll("blockquote[lang=fr]"),
            quote => quote.TextContent.Contains("formulaires", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Sample_data_says_so_and_real_data_does_not()
    {
        DonorSnapshot sample = SampleSnapshots.Sample(DonorTemplate.Norad);
        Assert.Contains(
            "FICTIONAL SAMPLE DATA",
            Page(DonorReport.Render(sample, Language.En)[ReportParts.Html].Bytes).QuerySelector(".banner")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(
            Page(DonorReport.Render(sample with { Head = sample.Head with { Fictional = false } }, Language.En)[ReportParts.Html].Bytes)
                .QuerySelector(".banner")
        );
    }

    [Fact]
    public void Norad_reads_deviations_before_results_and_Canada_its_logic_model_first()
    {
        string[] norad = Headings(DonorTemplate.Norad);
        Assert.True(Array.IndexOf(norad, "deviations") < Array.IndexOf(norad, "results"));
        Assert.Contains("signature", norad);
        Assert.Contains("finance", norad);
        string[] canada = Headings(DonorTemplate.GlobalAffairsCanada);
        Assert.True(Array.IndexOf(canada, "logic-model") < Array.IndexOf(canada, "pmf"));
        Assert.Contains("gender", canada);
    }

    private static string[] Headings(DonorTemplate template) =>
        [
            .. Page(DonorReport.Render(SampleSnapshots.Sample(template), Language.En)[ReportParts.Html].Bytes)
                .QuerySelectorAll("h2[id]")
                .Select(heading => heading.Id!),
        ];

    private static IDocument Page(byte[] bytes) => new HtmlParser().ParseDocument(new MemoryStream(bytes));
}
