using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>What is told of an indicator beside its number: what it serves, whom it lacks, what it counts, and since when.</summary>
public sealed class IndicatorCalculatorTests
{
    private static readonly DonorSnapshot Two = Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]), ("XB", "WCA", [5]));
    private static readonly AdministrationId Xa = new("XA");
    private static readonly AdministrationId Xb = new("XB");

    [Fact]
    public void It_serves_the_key_factors_and_principles_of_all_that_measure_it_each_once()
    {
        IndicatorFigure figure = Two.Planned(plan => Serving(plan, [7, 2], [Principle.DataAnalysis]), "XA")
            .Planned(plan => Serving(plan, [10, 2], [Principle.DataAnalysis, Principle.CollectiveAction]), "XB")
            .Figured();
        Assert.Equal([2, 7, 10], figure.KeyFactors);
        Assert.Equal([Principle.CollectiveAction, Principle.DataAnalysis], figure.Principles);
    }

    [Theory]
    [InlineData("1111", ResultLevel.Output, "1110", "Training given to staff, women and men alike.")]
    [InlineData("1110", ResultLevel.Immediate, "1100", "Staff know and use codes of conduct.")]
    [InlineData("9999", ResultLevel.Output, null, "9999")] // which the framework does not have
    public void It_stands_under_its_result_of_the_framework(string result, ResultLevel level, string? parent, string statement) =>
        Assert.Equal(
            new FrameworkResult(result, level, parent, statement),
            Of(Framework(Aggregation.Sum) with { Result = result }, ("XA", "ESA", [10])).Figured().Result
        );

    [Fact]
    public void A_total_that_is_withheld_has_no_groups_either()
    {
        DonorSnapshot few = Of(Framework(Aggregation.Sum, minimumCell: 3), ("XA", "ESA", [10]), ("XB", "WCA", [5]))
            .Planned(plan => plan with { Observations = [Observed(plan, 0, 10, ("sex:women", 6), ("sex:men", 4))] });
        Assert.Empty(few.Figured().Breakdowns);
    }

    [Fact]
    public void Why_a_value_is_missing_is_told_unless_the_indicator_is_sensitive()
    {
        DonorSnapshot gap = Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]), ("XB", "WCA", [null]));
        Assert.Equal([new MissingValue(Xb, "No register")], gap.Figured().Missing);
        Assert.Equal([new MissingValue(Xb, null)], gap.Planned(Sensitive).Figured().Missing);
    }

    [Fact]
    public void Why_it_is_otherwise_than_planned_is_told_unless_the_indicator_is_sensitive()
    {
        var late = new Deviation("B1", Language.En, "The academy was closed.", null);
        DonorSnapshot explained = Two.Planned(plan => plan with { Deviations = [late] }, "XB");
        Assert.Equal([(Xb, late)], explained.Figured().Explanations);
        Assert.Empty(explained.Planned(Sensitive).Figured().Explanations);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 0)] // they are single values
    public void What_was_before_the_programme_is_told_where_single_values_are(int minimum, int told)
    {
        var year = new EarlierYear("B1", new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31), 7, "Annual report");
        DonorSnapshot before = Of(Framework(Aggregation.Sum, minimumCell: minimum), ("XA", "ESA", [10]), ("XB", "WCA", [5]));
        Assert.Equal(
            Enumerable.Repeat(new BeforeTheProgramme(Xa, "persons", year), told),
            before.Planned(plan => plan with { EarlierYears = [year] }, "XA").Figured().Before
        );
    }

    [Theory]
    [InlineData(FigureSpan.Period, FigureSpan.Period, FigureSpan.Period, false)]
    [InlineData(FigureSpan.SinceStart, FigureSpan.SinceStart, FigureSpan.SinceStart, false)]
    [InlineData(FigureSpan.Period, FigureSpan.SinceStart, null, true)]
    public void It_counts_what_all_count_and_where_they_differ_it_says_so(FigureSpan one, FigureSpan other, FigureSpan? all, bool differ)
    {
        IndicatorFigure figure = Two.Planned(plan => plan.Measuring(it => it with { Covers = one }), "XA")
            .Planned(plan => plan.Measuring(it => it with { Covers = other }), "XB")
            .Figured();
        Assert.Equal((all, differ), (figure.Span, figure.SpansDiffer));
    }

    [Fact]
    public void What_nobody_measures_or_is_said_in_words_counts_neither_a_period_nor_a_total()
    {
        IndicatorFigure nobody = Two.Planned(plan => plan with { Indicators = [] }).Figured();
        Assert.Equal((null, false), (nobody.Span, nobody.SpansDiffer));
        DonorSnapshot words = Of(Framework(Aggregation.None, Measure.Qualitative), ("XA", "ESA", [null]), ("XB", "WCA", [null]));
        Assert.Equal((null, false), (words.Figured().Span, words.Figured().SpansDiffer));
        IndicatorFigure both = words.Planned(plan => plan.Measuring(it => it with { Covers = FigureSpan.SinceStart }), "XA").Figured();
        Assert.Equal((null, false), (both.Span, both.SpansDiffer));
    }

    [Fact]
    public void Of_what_is_never_added_up_those_who_reported_are_counted_and_only_the_others_are_missing()
    {
        IndicatorFigure some = Of(Framework(Aggregation.None), ("XA", "ESA", [10]), ("XB", "WCA", [null])).Figured();
        Assert.Equal(new Figure(FigureState.NotAggregated, null, 1, 2), some.Total);
        Assert.Equal(Progress.NotRated, some.Progress);
        Assert.Equal([new MissingValue(Xb, "No register")], some.Missing);
        IndicatorFigure none = Of(Framework(Aggregation.None), ("XA", "ESA", [null])).Figured();
        Assert.Equal(new Figure(FigureState.Missing, null, 0, 1), none.Total);
        Assert.Equal(Progress.NoData, none.Progress);
    }

    private static PlanExtract Serving(PlanExtract plan, int[] factors, Principle[] principles) =>
        plan.Measuring(it => it with { KeyFactors = factors, Markers = it.Markers with { Principles = principles } });

    private static PlanExtract Sensitive(PlanExtract plan) => plan.Measuring(it => it with { Sensitive = true });
}
