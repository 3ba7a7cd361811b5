using System.Text;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>Figures from before the programme stand beside the trend with their source, and count in no figure.</summary>
public sealed class EarlierYearsInReportTests
{
    private static readonly DonorSnapshot Sample = SampleSnapshots.Sample(DonorTemplate.Neutral, 2, 4);

    [Fact]
    public void They_stand_with_their_source_where_the_trend_is_and_change_no_figure()
    {
        (DonorSnapshot with, Indicator indicator) = With(one => !one.Sensitive);
        foreach (Language language in (Language[])[Language.En, Language.Fr, Language.Es])
        {
            string html = Text(with, language, ReportParts.Html);
            Assert.Contains("Annual report of 2023", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Annual report of 2023", Text(Sample, language, ReportParts.Html), StringComparison.Ordinal);
        }

        Assert.Contains($"\"item\":\"{indicator.Code}\"", Text(with, Language.En, ReportParts.Json), StringComparison.Ordinal);
        Assert.Equal(
            FigureCalculator.Of(Sample).Indicators.Select(one => (one.Indicator.Code, one.Total, one.Trend.Count)),
            FigureCalculator.Of(with).Indicators.Select(one => (one.Indicator.Code, one.Total, one.Trend.Count))
        );
    }

    [Fact]
    public void Of_an_indicator_whose_single_values_are_not_disclosed_none_stand_there()
    {
        DonorSnapshot with = With(one => !one.Sensitive).With;
        DonorSnapshot hidden = with with
        {
            Head = with.Head with
            {
                Agreement = with.Head.Agreement with
                {
                    Framework = with.Head.Agreement.Framework with
                    {
                        Indicators = [.. with.Head.Agreement.Framework.Indicators.Select(one => one with { MinimumCell = 5 })],
                    },
                },
            },
        };
        Assert.All(FigureCalculator.Of(hidden).Indicators, one => Assert.Empty(one.Before));
    }

    private static (DonorSnapshot With, Indicator Of) With(Func<Indicator, bool> chosen)
    {
        string[] open = [.. FigureCalculator.Of(Sample).Indicators.Where(one => one.MinimumCell <= 1).Select(one => one.Indicator.Code)];
        PlanExtract plan = Sample.Plans.First(one => one.Indicators.Any(of => chosen(of) && open.Contains(of.DonorLink!.Indicator)));
        Indicator indicator = plan.Indicators.First(of => chosen(of) && open.Contains(of.DonorLink!.Indicator));
        var year = new EarlierYear(indicator.Code, new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31), 4321, "Annual report of 2023");
        return (
            Sample with
            {
                Plans = [.. Sample.Plans.Select(one => one.Plan == plan.Plan ? one with { EarlierYears = [year] } : one)],
            },
            indicator
        );
    }

    private static string Text(DonorSnapshot snapshot, Language language, string part) =>
        Encoding.UTF8.GetString(DonorReport.Render(snapshot, language).Parts.Single(one => one.FileName == part).Bytes);
}
