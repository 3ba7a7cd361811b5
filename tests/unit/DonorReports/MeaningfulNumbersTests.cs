using System.Text;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using AngleSharp.Html.Parser;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>A number says what it means, and an omission what is left out.</summary>
public sealed class MeaningfulNumbersTests
{
    [Fact]
    public void What_nobody_was_asked_for_yet_is_not_due_and_not_missing()
    {
        DonorSnapshot sample = SampleSnapshots.Sample(DonorTemplate.Norad);
        var half = new DonorPeriod(new DateOnly(2025, 1, 1), new DateOnly(2025, 6, 30), "2025");
        DonorSnapshot asked = sample with
        {
            Head = sample.Head with { Period = half },
            // the first period of XD begins before the year, so that its yearly value was asked for
            Plans =
            [
                .. sample
                    .Plans.Where(plan => plan.Administration.Value != "XD")
                    .Select(plan =>
                        plan with
                        {
                            Observations = [.. plan.Observations.Where(one => one.Observation.Item != "B1")],
                            Indicators =
                            [
                                .. plan.Indicators.Select(one => one.Code == "B1" ? one with { Frequency = Frequency.Annual } : one),
                            ],
                        }
                    ),
            ],
        };
        IndicatorFigure figure = FigureCalculator.Of(asked).Indicators[0];
        Assert.Equal((Progress.NotDue, new DateOnly(2025, 12, 31)), (figure.Progress, figure.Total.NotDueUntil));
        Assert.Contains("not due until 31 December 2025", Page(asked, Language.En), StringComparison.Ordinal);
        Assert.Contains("1 not due yet", Page(asked, Language.En), StringComparison.Ordinal);
        Assert.Contains("pas exigible avant le 31 décembre 2025", Page(asked, Language.Fr), StringComparison.Ordinal);

        DonorSnapshot whole = asked with { Head = sample.Head };
        Assert.Equal(
            (Progress.NoData, null),
            (FigureCalculator.Of(whole).Indicators[0].Progress, FigureCalculator.Of(whole).Indicators[0].Total.NotDueUntil)
        );
    }

    [Fact]
    public void A_value_that_moved_away_from_its_target_says_so_and_a_first_value_that_it_is_the_first()
    {
        DonorSnapshot sample = SampleSnapshots.Sample(DonorTemplate.Norad);
        FrameworkIndicator[] indicators =
        [
            .. sample.Head.Agreement.Framework.Indicators.Select(one => one.Code == "1110.2" ? one with { Baseline = 58 } : one),
        ];
        DonorSnapshot away = sample with
        {
            Head = sample.Head with
            {
                Agreement = sample.Head.Agreement with { Framework = sample.Head.Agreement.Framework with { Indicators = indicators } },
            },
        };
        string page = Page(away, Language.En);
        Assert.Matches("moved away from the target \\(\u2212[0-9.]+%\\)", page);
        Assert.Contains("first value", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_indicator_behind_its_target_has_an_explanation_or_says_that_none_was_given()
    {
        DonorSnapshot sample = SampleSnapshots.Sample(DonorTemplate.Norad);
        DonorSnapshot explained = sample with
        {
            Plans =
            [
                .. sample.Plans.Select(
                    (plan, place) =>
                        place > 0
                            ? plan
                            : plan with
                            {
                                Deviations = [new Deviation("B1", Language.En, "The academy was closed.", "It is open again.")],
                            }
                ),
            ],
        };
        var rows = new HtmlParser()
            .ParseDocument(Page(explained, Language.En))
            .QuerySelectorAll("#deviations ~ div table tbody tr, section:has(#deviations) table tbody tr");
        Assert.NotEmpty(rows);
        string[] last = [.. rows.Select(row => row.LastElementChild!.TextContent.Trim())];
        Assert.Contains("Customs of Arvania: The academy was closed.", last);
        Assert.Contains("Programme: Training began a quarter late.", last);
        Assert.Contains("none given", last);
    }

    [Fact]
    public void What_is_left_out_is_named_and_an_officer_chooses_what_is_not()
    {
        DonorSnapshot sample = SampleSnapshots.Sample(DonorTemplate.Norad);
        string[] words = [.. sample.Plans.Select(plan => $"What {plan.Administration} has learnt.")];
        DonorSnapshot told = sample with
        {
            Head = sample.Head with { Narratives = [] },
            Plans =
            [
                .. sample.Plans.Select(plan =>
                    plan with
                    {
                        Narratives =
                        [
                            new Narrative(
                                NarrativePart.LessonsLearned,
                                Language.En,
                                $"What {plan.Administration} has learnt.",
                                new PersonId("p-1")
                            ),
                        ],
                    }
                ),
            ],
        };
        string page = Page(told, Language.En);
        Assert.Contains(words[0], page, StringComparison.Ordinal);
        Assert.DoesNotContain(words[6], page, StringComparison.Ordinal);
        Assert.Contains("7 more in the data annex, sheet “Texts”, from: Douanes du Bélisar, ", page, StringComparison.Ordinal);

        page = Page(
            told with
            {
                Head = told.Head with { Preferred = [Translation.KeyOf(words[6]), Translation.KeyOf(words[2])] },
            },
            Language.En
        );
        Assert.DoesNotContain(words[0], page, StringComparison.Ordinal);
        Assert.Contains(words[6], page, StringComparison.Ordinal);
        Assert.Contains("from: Aduanas de Corvenza, Customs of Arvania, ", page, StringComparison.Ordinal);
    }

    private static string Page(DonorSnapshot snapshot, Language language) =>
        Encoding.UTF8.GetString(DonorReport.Render(snapshot, language)[ReportParts.Html].Bytes);
}
