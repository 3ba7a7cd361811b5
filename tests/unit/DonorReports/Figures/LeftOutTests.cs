using System.Text;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.ReplyParsing;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>Norad wants five to seven pages. What there is no room for stands in the data annex, the report says where and whose it is, and
/// an officer chooses what comes first.</summary>
public sealed class LeftOutTests
{
    private static readonly DonorSnapshot Sample = SampleSnapshots.Sample(DonorTemplate.Norad);

    [Fact]
    public void Of_several_explanations_two_are_told_and_the_others_are_counted_with_their_sheet()
    {
        Deviation Late(int number) => new("1110.2", Language.En, $"Reason {number}.", null);
        DonorSnapshot snapshot = Sample with { Head = Sample.Head with { Deviations = [Late(1), Late(2), Late(3), Late(4)] } };
        string row = Page(snapshot)
            .QuerySelectorAll("section[aria-labelledby=deviations] tr")
            .Select(Plain)
            .Single(text => text.StartsWith("1110.2", StringComparison.Ordinal));
        Assert.Contains("Reason 1.", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Reason 3.", row, StringComparison.Ordinal);
        Assert.Contains("2 more in the data annex, sheet “Texts”", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_about_results_stand_together_those_first_that_an_officer_chose()
    {
        DonorSnapshot rated = Rated();
        string[] said = [.. Page(rated).QuerySelectorAll("section[aria-labelledby=ratings] blockquote").Select(Plain)];
        Assert.Equal(2, said.Length);
        Assert.Contains("XA says so.", said[0], StringComparison.Ordinal);
        DonorSnapshot chosen = rated with { Head = rated.Head with { Preferred = [Translation.KeyOf("XF says so.")] } };
        IElement section = Page(chosen).QuerySelector("section[aria-labelledby=ratings]")!;
        Assert.Contains("XF says so.", Plain(section.QuerySelector("blockquote")!), StringComparison.Ordinal);
        Assert.Contains("more in the data annex, sheet “Texts”, from:", Plain(section), StringComparison.Ordinal);
    }

    [Fact]
    public void One_chart_is_drawn_and_groups_are_left_to_the_annex()
    {
        IDocument page = Page(Sample);
        Assert.Single(page.QuerySelectorAll("svg"));
        Assert.Null(page.QuerySelector("#groups"));
        Assert.Contains(
            "By region and by group: in the data annex, sheet “Figures by group”.",
            Plain(page.Body!),
            StringComparison.Ordinal
        );
    }

    private static DonorSnapshot Rated() => new(Sample.Head, [.. Sample.Plans.Select(plan => plan with { Statuses = [Said(plan)] })]);

    private static AcceptedObservation Said(PlanExtract plan) =>
        new(
            new Observation(
                $"{plan.Plan}-R1",
                plan.Plan,
                1,
                "R1",
                plan.Periods[3].Key,
                null,
                null,
                $"{plan.Administration} says so.",
                null,
                new Dictionary<string, decimal>(),
                [],
                new PersonId("p-2"),
                default,
                new EntrySource("mail:1")
            )
            {
                Status = ItemStatus.OnTrack,
            },
            new PersonId("p-9"),
            default,
            "a-1"
        );

    private static IDocument Page(DonorSnapshot snapshot) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(DonorReport.Render(snapshot, Language.En)[ReportParts.Html].Bytes));

    private static string Plain(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
