using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>A report replaces another: which of its figures differ, in the words of the change note.</summary>
public sealed class FigureChangesTests
{
    [Fact]
    public void What_differs_is_named_in_the_order_of_the_report_and_then_what_is_no_longer_in_it()
    {
        FigureSet before = FigureCalculator.Of(Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]), ("XB", "WCA", [5]), ("XC", "AMS", [1])));
        DonorSnapshot now = Of(Framework(Aggregation.Sum), ("XA", "ESA", [12.50m]), ("XB", "EUR", [5]))
            .Planned(plan => plan with { Observations = [Observed(plan, 0, 12.50m, ("sex:women", 12.50m))] }, "XA");
        Assert.Equal(
            "1111.1/total 16 → 17.5; 1111.1/region:ESA 10 → 12.5; 1111.1/region:EUR (none) → 5; 1111.1/sex:women (none) → 12.5; "
                + "1111.1/sex: (none) → 5; 1111.1/region:AMS 1 → (none); 1111.1/region:WCA 5 → (none)",
            FigureChanges.Describe(FigureChanges.Between(before, FigureCalculator.Of(now)))
        );
    }

    [Fact]
    public void What_is_the_same_is_no_change_and_is_not_described()
    {
        FigureSet set = FigureCalculator.Of(Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]), ("XB", "WCA", [null])));
        Assert.Empty(FigureChanges.Between(set, set));
        Assert.Equal("", FigureChanges.Describe([]));
    }

    [Fact]
    public void A_figure_that_is_the_same_of_more_administrations_has_changed()
    {
        FigureSet one = FigureCalculator.Of(Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]), ("XB", "ESA", [null])));
        FigureSet two = FigureCalculator.Of(Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]), ("XB", "ESA", [0])));
        Assert.Equal(
            [
                new FigureChange("1111.1/total", Shown(10, 1), Shown(10, 2)),
                new FigureChange("1111.1/region:ESA", Shown(10, 1), Shown(10, 2)),
            ],
            FigureChanges.Between(one, two)
        );
    }

    [Fact]
    public void A_value_that_is_not_published_is_not_told_by_the_note_either()
    {
        FigureChange[] changes =
        [
            new("1111.1/total", Shown(10, 1), new Figure(FigureState.Suppressed, null, 2, 2)),
            new("1111.2/total", new Figure(FigureState.Suppressed, 7, 2, 2), new Figure(FigureState.Missing, null, 0, 2)),
        ];
        Assert.Equal("1111.1/total 10 → Suppressed; 1111.2/total Suppressed → Missing", FigureChanges.Describe(changes));
    }

    [Theory]
    [InlineData(19, 19, "")]
    [InlineData(20, 20, "")]
    [InlineData(21, 20, "; and 1 more")]
    [InlineData(33, 20, "; and 13 more")]
    public void The_first_twenty_are_named_and_the_others_are_counted(int changed, int named, string more)
    {
        FigureChange[] changes =
        [
            .. Enumerable.Range(1, changed).Select(place => new FigureChange($"1111.{place}/total", Shown(place, 1), Shown(place + 1, 1))),
        ];
        Assert.Equal(
            string.Join("; ", Enumerable.Range(1, named).Select(place => $"1111.{place}/total {place} → {place + 1}")) + more,
            FigureChanges.Describe(changes)
        );
    }

    private static Figure Shown(decimal value, int reported) => new(FigureState.Shown, value, reported, 2);
}
