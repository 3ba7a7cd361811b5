using System.Text;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>An indicator measured anew in the middle of a plan: the second quarter of 2025 is the first of version 2.</summary>
public sealed class SeriesTests
{
    private static readonly DateOnly Since = new(2025, 4, 1);

    [Fact]
    public void Values_from_before_a_change_of_unit_are_converted_by_its_factor_and_then_over_the_link()
    {
        // 10 hours are 600 minutes; the donor counts in tens of minutes
        DonorSnapshot snapshot = Revised(Aggregation.Sum, 60, "hours", 10, 300);
        IndicatorFigure figure = Only(snapshot);
        Assert.Equal(new Figure(FigureState.Shown, 90, 1, 1), figure.Total);
        Assert.Empty(figure.LeftOut);
        Assert.Equal([60m, 30m], Lineage.Of(snapshot).Select(entry => entry.DonorValue));
        string[] rows = Encoding.UTF8.GetString(DonorReport.Render(snapshot, Language.En)[ReportParts.Csv].Bytes).Split('\n');
        Assert.Contains(rows, row => row.Contains(",10,hours,6,60,", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains(",300,minutes,0.1,30,", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_no_factor_leads_from_the_old_to_the_new_the_old_values_are_left_out_and_the_report_says_so()
    {
        DonorSnapshot snapshot = Revised(Aggregation.Sum, null, "files", 10, 300);
        IndicatorFigure figure = Only(snapshot);
        Assert.Equal(30, figure.Total.Value);
        LeftOutValue left = Assert.Single(figure.LeftOut);
        Assert.Equal((LeftOutReason.SeriesBreak, "files", Since), (left.Reason, left.PlanUnit, left.Since!.Value));
        Assert.Contains("values from before 1 April 2025 left out", Page(snapshot), StringComparison.Ordinal);
    }

    /// <summary>Files until April, cases until July, minutes since: reported in files, whatever order the steps are kept in.</summary>
    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void Of_several_breaks_a_value_is_in_the_unit_before_the_first_and_left_out_for_the_last(int one, int other)
    {
        SeriesStep Step(int version) =>
            version == 2
                ? new("B1", 2, Since, null, "files", "A new register")
                : new("B1", 3, new DateOnly(2025, 7, 1), null, "cases", "A newer one");
        DonorSnapshot snapshot = Revised(Aggregation.Sum, null, "files", 10, 300)
            .Planned(plan => plan with { Series = [Step(one), Step(other)], Observations = [plan.Observations[0]] });
        LeftOutValue left = Assert.Single(Only(snapshot).LeftOut);
        Assert.Equal(("cases", new DateOnly(2025, 7, 1)), (left.PlanUnit, left.Since!.Value));
        string[] rows = Text(snapshot, ReportParts.Csv).Split('\n');
        Assert.Contains(rows, row => row.Contains(",10,files,,,", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_latest_value_the_old_ones_do_not_matter() =>
        Assert.Empty(Only(Revised(Aggregation.Latest, null, "files", 10, 300)).LeftOut);

    [Fact]
    public void A_factor_never_leads_from_one_currency_to_another() =>
        Assert.Equal(LeftOutReason.SeriesBreak, Assert.Single(Only(Revised(Aggregation.Sum, 11, "NOK", 10, 300)).LeftOut).Reason);

    [Theory]
    [InlineData(null, true)]
    [InlineData(60, false)]
    public void A_trend_says_where_its_two_sides_do_not_compare(int? factor, bool breaks)
    {
        DonorSnapshot snapshot = Revised(Aggregation.Latest, factor, "hours", 10, 300);
        snapshot = snapshot with
        {
            Head = snapshot.Head with
            {
                Earlier = [new EarlierFigure("1111.1", new DonorPeriod(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), "2024"), 7)],
            },
        };
        Assert.Equal([false, breaks], Only(snapshot).Trend.Select(point => point.Break));
        Assert.Equal(breaks, Page(snapshot).Contains("7 ¦ 30", StringComparison.Ordinal));
        Assert.Equal(!breaks, Page(snapshot).Contains("7 → 30", StringComparison.Ordinal));
        Assert.Equal(breaks, Text(snapshot, ReportParts.Iati).Contains("Break in the series", StringComparison.Ordinal));
        Assert.Equal(breaks, Text(snapshot, ReportParts.Json).Contains("\"break\":true", StringComparison.Ordinal));
    }

    /// <summary>First quarter by version 1, second by version 2.</summary>
    private static DonorSnapshot Revised(Aggregation rule, decimal? factor, string unitBefore, decimal first, decimal second)
    {
        DonorSnapshot snapshot = Of(Framework(rule, unit: "tens of minutes"), 0.1m, ("XA", "ESA", [first, second]));
        PlanExtract plan = snapshot.Plans.Single();
        return snapshot with
        {
            Plans =
            [
                plan with
                {
                    Version = 2,
                    Indicators =
                    [
                        plan.Indicators[0] with
                        {
                            Revision = 2,
                            Unit = "minutes",
                            Change = new IndicatorChange("A new register", Since, factor),
                        },
                    ],
                    Series = [new SeriesStep("B1", 2, Since, factor, unitBefore, "A new register")],
                    Observations =
                    [
                        plan.Observations[0],
                        plan.Observations[1] with
                        {
                            Observation = plan.Observations[1].Observation with { PlanVersion = 2 },
                        },
                    ],
                },
            ],
        };
    }

    private static IndicatorFigure Only(DonorSnapshot snapshot) => Assert.Single(FigureCalculator.Of(snapshot).Indicators);

    private static string Page(DonorSnapshot snapshot) => Text(snapshot, ReportParts.Html);

    private static string Text(DonorSnapshot snapshot, string part) =>
        Encoding.UTF8.GetString(DonorReport.Render(snapshot, Language.En)[part].Bytes);
}
