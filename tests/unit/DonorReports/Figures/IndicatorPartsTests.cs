using System.Text;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>A figure by region and by group.</summary>
public sealed class IndicatorPartsTests
{
    [Fact]
    public void Regions_stand_in_the_order_of_their_codes_each_with_its_own_administrations() =>
        Assert.Equal(
            [
                new GroupFigure("AMS", new Figure(FigureState.Missing, null, 0, 1)),
                new GroupFigure("ESA", new Figure(FigureState.Shown, 5, 1, 1)),
                new GroupFigure("WCA", new Figure(FigureState.Shown, 30, 2, 3)),
            ],
            Of(
                    Framework(Aggregation.Sum),
                    ("XA", "WCA", [10]),
                    ("XB", "AMS", [null]),
                    ("XC", "ESA", [5]),
                    ("XD", "WCA", [20]),
                    ("XE", "WCA", [null])
                )
                .Figured()
                .ByRegion
        );

    [Theory]
    [InlineData(4, "men 4, women 6")]
    [InlineData(3, "men 3, women 6,  1")] // one was not broken down
    public void Groups_stand_in_order_and_what_was_not_broken_down_where_there_is_any(int men, string groups)
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]))
            .Planned(plan => plan with { Observations = [Observed(plan, 0, 10, ("sex:women", 6), ("sex:men", men))] });
        Assert.Equal(
            ("sex", groups),
            snapshot.Figured().Breakdowns.Select(one => (one.Dimension, string.Join(", ", one.Groups.Select(Written)))).Single()
        );
    }

    /// <summary>As it is accepted where the plan has no longer the dimension that was asked for.</summary>
    [Fact]
    public void A_group_of_no_dimension_keeps_its_whole_name()
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]))
            .Planned(plan => plan with { Observations = [Observed(plan, 0, 10, ("girls", 4))] });
        Breakdown breakdown = Assert.Single(snapshot.Figured().Breakdowns);
        Assert.Equal(("", "girls 4,  6"), (breakdown.Dimension, string.Join(", ", breakdown.Groups.Select(Written))));
        string page = Encoding.UTF8.GetString(DonorReport.Render(snapshot, Language.En)[ReportParts.Html].Bytes);
        Assert.Contains("girls", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "3")]
    [InlineData(0.5, "1.5")]
    public void The_factor_of_the_link_converts_groups_too(decimal factor, string women)
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum), factor, ("XA", "ESA", [10]))
            .Planned(plan => plan with { Observations = [Observed(plan, 0, 10, ("sex:women", 3))] });
        Assert.Equal($"women {women}", Written(Assert.Single(snapshot.Figured().Breakdowns).Groups[0]));
    }

    /// <summary>Of women XA alone tells. Where one gave the counts of men, those of women could be taken from the total; where nobody did,
    /// a mean of men tells nothing about women.</summary>
    [Theory]
    [InlineData(false, "men 40, women Suppressed")]
    [InlineData(true, "men Suppressed, women Suppressed")]
    public void A_group_of_few_hides_the_other_where_any_counts_are_told(bool counts, string groups)
    {
        DonorSnapshot snapshot = Of(
                Framework(Aggregation.Latest, Measure.Percentage, minimumCell: 2, unit: "%"),
                ("XA", "ESA", [40]),
                ("XB", "ESA", [40]),
                ("XC", "ESA", [40])
            )
            .Planned(plan => plan with { Observations = [Observed(plan, 0, 40, ("sex:men", 40))] })
            .Planned(plan => plan with { Observations = [Observed(plan, 0, 40, ("sex:men", 40), ("sex:women", 40))] }, "XA");
        if (counts)
        {
            snapshot = snapshot.Planned(plan => plan with { Observations = [WithCountsOfMen(plan.Observations[0])] }, "XB");
        }

        Assert.Equal(groups, string.Join(", ", Assert.Single(snapshot.Figured().Breakdowns).Groups.Select(Written)));
    }

    /// <summary>In two of three regions one value has changed since the version before: the difference of the two versions would tell
    /// it.</summary>
    [Theory]
    [InlineData(2, "AMS Suppressed, ESA Suppressed, EUR Missing, WCA Suppressed")]
    [InlineData(0, "AMS 8, ESA 3, EUR Missing, WCA 7")]
    public void Where_one_region_has_changed_by_too_few_all_are_hidden_and_an_empty_one_stays_a_gap(int minimum, string regions)
    {
        DonorSnapshot snapshot = Of(
            Framework(Aggregation.Sum, minimumCell: minimum),
            ("XA", "ESA", [1]),
            ("XB", "ESA", [2]),
            ("XC", "WCA", [3]),
            ("XD", "WCA", [4]),
            ("XE", "AMS", [5]),
            ("XF", "AMS", [3]),
            ("XG", "EUR", [null])
        );
        (string Who, string Gave)[] before = [("XA", "9"), ("XB", "2"), ("XC", "9"), ("XD", "4"), ("XE", "5"), ("XF", "3")];
        IndicatorFigure figure = snapshot
            .Headed(head => head with { Told = [.. before.Select(one => new ToldValue("1111.1", new(one.Who), one.Gave))] })
            .Figured();
        Assert.Equal(18, figure.Total.Value); // two have changed, which are enough together
        Assert.Equal(regions, string.Join(", ", figure.ByRegion.Select(Written)));
    }

    private static AcceptedObservation WithCountsOfMen(AcceptedObservation given) =>
        given.But(one => one with { Counts = new GivenCounts(null, new Dictionary<string, Ratio> { ["sex:men"] = new Ratio(4, 10) }) });

    private static string Written(GroupFigure group) =>
        $"{group.Group} {(group.Figure.Value is { } value ? Workflows.Languages.Figures.Plain(value) : group.Figure.State.ToString())}";
}
