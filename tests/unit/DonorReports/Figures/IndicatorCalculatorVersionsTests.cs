using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>What a version of a report remembers of the one before, and what its figures were in the reports before it.</summary>
public sealed class IndicatorCalculatorVersionsTests
{
    [Theory]
    [InlineData(0, "")] // every value is told anyway
    [InlineData(1, "")]
    [InlineData(2, "XA 10, XB 5")]
    [InlineData(3, "")] // the total was withheld: the donor has nothing to compare with
    public void A_version_remembers_single_values_where_it_shows_only_their_total(int minimum, string told) =>
        Assert.Equal(
            told,
            Written(FigureCalculator.Told(Of(Framework(Aggregation.Sum, minimumCell: minimum), ("XA", "ESA", [10]), ("XB", "WCA", [5]))))
        );

    [Fact]
    public void It_remembers_groups_too_and_no_gap() =>
        Assert.Equal(
            "XA 10;sex:men=3;sex:women=6, XB 5",
            Written(
                FigureCalculator.Told(
                    Of(Framework(Aggregation.Sum, minimumCell: 2), ("XA", "ESA", [10]), ("XB", "WCA", [5]), ("XC", "WCA", [null]))
                        .Planned(plan => plan with { Observations = [Observed(plan, 0, 10, ("sex:women", 6), ("sex:men", 3))] }, "XA")
                )
            )
        );

    [Theory]
    [InlineData("XA 10, XB 5, XC 7", FigureState.Shown)] // nothing has changed
    [InlineData("XA 12, XB 5, XC 7", FigureState.Suppressed)] // XA's value alone has
    [InlineData("XA 12, XB 6, XC 7", FigureState.Shown)]
    [InlineData("XB 5, XC 7", FigureState.Suppressed)] // XA is new
    [InlineData("XA 10, XB 5, XC 7, XD 9", FigureState.Suppressed)] // XD has gone
    [InlineData("", FigureState.Shown)] // the version before had no such figure
    public void A_total_is_withheld_where_its_difference_from_the_version_before_would_tell_about_too_few(string before, FigureState state)
    {
        DonorSnapshot now = Of(
            Framework(Aggregation.Sum, minimumCell: 2),
            ("XA", "ESA", [10]),
            ("XB", "WCA", [5]),
            ("XC", "WCA", [7]),
            ("XD", "WCA", [null])
        );
        IndicatorFigure figure = now.Headed(head => head with { Told = Read(before) }).Figured();
        Assert.Equal(new Figure(state, state == FigureState.Shown ? 22 : null, 3, 4), figure.Total);
    }

    [Fact]
    public void What_was_told_of_another_indicator_is_no_comparison()
    {
        DonorSnapshot now = Of(Framework(Aggregation.Sum, minimumCell: 2), ("XA", "ESA", [10]), ("XB", "WCA", [5]))
            .Headed(head => head with { Told = [.. Read("XA 3").Select(one => one with { Indicator = "1111.2" })] });
        Assert.Equal(15, now.Figured().Total.Value);
    }

    /// <summary>AMS is one administration, and ESA of two hides with it; WCA is enough by itself.</summary>
    [Fact]
    public void A_first_version_hides_no_more_regions_than_it_must() =>
        Assert.Equal(
            [("AMS", FigureState.Suppressed), ("ESA", FigureState.Suppressed), ("WCA", FigureState.Shown)],
            Of(
                    Framework(Aggregation.Sum, minimumCell: 2),
                    ("XA", "ESA", [1]),
                    ("XB", "ESA", [2]),
                    ("XC", "WCA", [3]),
                    ("XD", "WCA", [4]),
                    ("XE", "WCA", [5]),
                    ("XF", "AMS", [6])
                )
                .Figured()
                .ByRegion.Select(region => (region.Group, region.Figure.State))
        );

    [Fact]
    public void The_trend_goes_from_the_oldest_report_to_this_one_and_tells_nothing_that_was_withheld()
    {
        DonorSnapshot snapshot = With(
            new EarlierFigure("1111.1", Year(2024), 7, Suppressed: true),
            new EarlierFigure("1111.1", Year(2023), 5),
            new EarlierFigure("1111.2", Year(2022), 4), // of another indicator
            new EarlierFigure("1111.1", new DonorPeriod(new DateOnly(2024, 1, 2), new DateOnly(2025, 1, 1), "to New Year"), 6) // overlaps
        );
        Assert.Equal(
            [new TrendPoint(Year(2023), 5, false), new TrendPoint(Year(2024), null, true), new TrendPoint(SampleSnapshots.Year, 10, false)],
            snapshot.Figured().Trend
        );
    }

    [Theory]
    [InlineData("2023-06-01", "")] // before the first that is compared
    [InlineData("2023-12-31", "")]
    [InlineData("2024-01-01", "2024")]
    [InlineData("2024-12-31", "2024")]
    [InlineData("2025-01-01", "2025")]
    [InlineData("2025-12-31", "2025")]
    public void A_series_breaks_at_the_first_report_that_holds_what_is_measured_the_new_way(string since, string broken)
    {
        DonorSnapshot snapshot = With(new EarlierFigure("1111.1", Year(2023), 5), new EarlierFigure("1111.1", Year(2024), 7));
        DateOnly day = DateOnly.ParseExact(since, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        IndicatorFigure figure = snapshot
            .Planned(plan => plan with { Series = [new SeriesStep("B1", 1, day, null, "files", null)] })
            .Figured();
        Assert.Equal(broken, string.Join(' ', figure.Trend.Where(point => point.Break).Select(point => point.Period.Label)));
        Assert.Equal(3, figure.Trend.Count);
    }

    private static DonorSnapshot With(params EarlierFigure[] earlier) =>
        Of(Framework(Aggregation.Sum), ("XA", "ESA", [10])).Headed(head => head with { Earlier = earlier });

    private static DonorPeriod Year(int year) =>
        new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), year.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Written(IEnumerable<ToldValue> told) =>
        string.Join(", ", told.Select(one => $"{one.Administration} {one.Values}"));

    private static ToldValue[] Read(string told) =>
        [
            .. told.Split(", ", StringSplitOptions.RemoveEmptyEntries)
                .Select(one => one.Split(' '))
                .Select(one => new ToldValue("1111.1", new(one[0]), one[1])),
        ];
}
