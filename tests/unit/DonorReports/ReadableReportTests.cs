using System.Text;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>What people read: the donor's own words, nothing twice, no more than fits.</summary>
public sealed class ReadableReportTests
{
    [Fact]
    public void A_French_report_has_the_agreements_French_words_and_an_English_one_the_English()
    {
        DonorSnapshot snapshot = SampleSnapshots.Sample(DonorTemplate.GlobalAffairsCanada);
        LogicModel framework = snapshot.Head.Agreement.Framework;
        snapshot = snapshot with
        {
            Head = snapshot.Head with
            {
                Agreement = snapshot.Head.Agreement with
                {
                    Framework = framework with
                    {
                        Results =
                        [
                            framework.Results[0] with
                            {
                                French = "Des douanes auxquelles on se fie.",
                            },
                            .. framework.Results.Skip(1),
                        ],
                        Indicators =
                        [
                            framework.Indicators[0] with
                            {
                                French = "Ce qui est compté",
                                DataSource = "Registers",
                            },
                            .. framework.Indicators.Skip(1),
                        ],
                        FrenchTerms = [new FrenchTerm("Registers", "Registres de la douane")],
                    },
                },
            },
        };
        string french = Page(snapshot, Language.Fr),
            english = Page(snapshot, Language.En);
        Assert.All(
            ["Des douanes auxquelles on se fie.", "Ce qui est compté", "Registres de la douane"],
            words => Assert.Contains(words, french, StringComparison.Ordinal)
        );
        Assert.All(
            ["Ce qui est compté", "Registres de la douane"],
            words => Assert.DoesNotContain(words, english, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_risk_that_several_see_is_told_once_with_all_of_them()
    {
        var risk = new Risk("K3", "People fear retaliation.", 5, 5, "Case numbers", "Focal point");
        DonorSnapshot snapshot = SampleSnapshots.Sample(DonorTemplate.Norad);
        snapshot = snapshot with
        {
            Plans = [.. snapshot.Plans.Select((plan, place) => plan with { Risks = [risk with { Code = $"K{place}" }] })],
        };
        SharedRisk shared = FigureCalculator.Of(snapshot).Texts.Risks.First[0];
        Assert.Equal(snapshot.Plans.Select(plan => plan.Administration), shared.Administrations);
        Assert.Single(Occurrences(Page(snapshot, Language.En), "People fear retaliation."));
    }

    [Fact]
    public void Each_administration_has_one_voice_in_a_section_and_the_rest_is_counted()
    {
        DonorSnapshot snapshot = SampleSnapshots.Sample(DonorTemplate.Neutral, administrations: 2);
        PlanExtract[] plans =
        [
            .. snapshot.Plans.Select(plan =>
                plan with
                {
                    Narratives =
                    [
                        .. Enumerable
                            .Range(1, 4)
                            .Select(quarter => new Narrative(
                                NarrativePart.DataAnalysis,
                                Language.En,
                                $"{plan.Administration} in quarter {quarter}.",
                                new PersonId("p-1")
                            )),
                    ],
                }
            ),
        ];
        TextList<Narrative> told = FigureCalculator.Of(snapshot with { Plans = plans }).Texts.Narratives[NarrativePart.DataAnalysis];
        Assert.Equal(["XA in quarter 4.", "XB in quarter 4."], told.First.Select(text => text.Text));
        Assert.Equal(6, told.More);
    }

    [Fact]
    public void The_annexes_come_behind_the_signature_on_a_page_of_their_own()
    {
        string page = Page(SampleSnapshots.Sample(DonorTemplate.Norad), Language.En);
        string[] order =
        [
            "id=\"summary\"",
            "id=\"deviations\"",
            "id=\"results\"",
            "id=\"risks\"",
            "id=\"finance\"",
            "id=\"signature\"",
            "<section class=new",
            "id=\"coverage\"",
            "id=\"check\"",
        ];
        int[] places = [.. order.Select(what => page.IndexOf(what, StringComparison.Ordinal))];
        Assert.All(places, place => Assert.True(place > 0));
        Assert.Equal(places.Order(), places);
    }

    private static IEnumerable<int> Occurrences(string text, string what)
    {
        for (int at = text.IndexOf(what, StringComparison.Ordinal); at >= 0; at = text.IndexOf(what, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static string Page(DonorSnapshot snapshot, Language language) =>
        Encoding.UTF8.GetString(DonorReport.Render(snapshot, language)[ReportParts.Html].Bytes);
}
