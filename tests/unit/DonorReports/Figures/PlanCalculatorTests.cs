using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>Which of a plan's values count for the donor, which words, and why others are left out.</summary>
public sealed class PlanCalculatorTests
{
    private static readonly DateOnly April = new(2025, 4, 1);

    [Theory]
    [InlineData("a", 1, "b", 2, 20)]
    [InlineData("b", 1, "a", 2, 20)]
    [InlineData("a", 2, "b", 1, 10)]
    [InlineData("a", 1, "b", 1, 20)] // accepted together: the ids decide, so that it is the same each time
    [InlineData("b", 1, "a", 1, 10)]
    public void Of_two_values_of_a_period_the_one_accepted_last_is_the_latest(string id, int day, string otherId, int otherDay, int latest)
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Latest), ("XA", "ESA", [0]))
            .Planned(plan => plan with { Observations = [Accepted(plan, 10, id, day), Accepted(plan, 20, otherId, otherDay)] });
        Assert.Equal(latest, snapshot.Figured().Total.Value);
    }

    [Theory]
    [InlineData("1111.1", "sample-1", 1)]
    [InlineData("9999.9", "sample-1", 0)] // which the framework no longer has
    [InlineData("1111.1", "sample-2", 0)] // another donor's
    public void Only_what_is_linked_to_an_indicator_of_this_donor_counts(string indicator, string agreement, int linked)
    {
        Figure total = Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]))
            .Planned(plan => plan.Measuring(it => it with { DonorLink = new DonorLink(new AgreementId(agreement), indicator) }))
            .Figured()
            .Total;
        Assert.Equal((linked, linked), (total.Linked, total.Reported));
    }

    [Fact]
    public void Earlier_years_of_its_own_stand_from_the_oldest_on()
    {
        EarlierYear Year(string item, int year) => new(item, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), 7, "Annual report");
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]))
            .Planned(plan => plan with { EarlierYears = [Year("B1", 2023), Year("B9", 2020), Year("B1", 2021), Year("B1", 2022)] });
        Assert.Equal([2021, 2022, 2023], snapshot.Figured().Before.Select(one => one.Year.End.Year));
    }

    [Theory]
    [InlineData(Aggregation.Sum)]
    [InlineData(Aggregation.Mean)]
    [InlineData(Aggregation.Latest)]
    public void Of_totals_since_the_start_the_last_holds_those_before_it(Aggregation rule)
    {
        DonorSnapshot snapshot = Of(Framework(rule), ("XA", "ESA", [10, 20, 35]))
            .Planned(plan => plan.Measuring(it => it with { Covers = FigureSpan.SinceStart }));
        Assert.Equal(new Figure(FigureState.Shown, 35, 1, 1), snapshot.Figured().Total);
        Assert.Single(Workflows.DonorReports.Verification.Lineage.Of(snapshot));
    }

    /// <summary>The first quarter was measured by version 1, and version 2 measures otherwise.</summary>
    [Theory]
    [InlineData(Aggregation.Latest, true)]
    [InlineData(Aggregation.Sum, true)]
    [InlineData(Aggregation.Latest, false)]
    [InlineData(Aggregation.Sum, false)]
    public void Where_all_values_are_from_before_a_break_they_are_left_out_and_a_gap_is_none(Aggregation rule, bool given)
    {
        IndicatorFigure figure = Of(Framework(rule), ("XA", "ESA", [given ? 10 : null]))
            .Planned(plan => plan with { Series = [new SeriesStep("B1", 2, April, null, "files", "A new register")] })
            .Figured();
        var left = new LeftOutValue(new AdministrationId("XA"), "B1", LeftOutReason.SeriesBreak, "files", "persons", April);
        Assert.Equal(given ? [left] : [], figure.LeftOut);
        Assert.Equal(given ? 0 : 1, figure.Missing.Count);
        Assert.Equal(new Figure(FigureState.Missing, null, 0, 1), figure.Total);
    }

    [Theory]
    [InlineData("USD", 1, Measure.Unit, LeftOutReason.OtherCurrency)]
    [InlineData("persons", 1, Measure.Percentage, LeftOutReason.OtherUnit)] // a share is no count
    [InlineData("persons", 2, Measure.Percentage, null)] // the link says what it makes of it
    [InlineData("persons", 1, Measure.Unit, null)]
    public void What_is_not_of_the_donors_kind_is_left_out_where_a_value_was_given(
        string unit,
        int factor,
        Measure measure,
        LeftOutReason? reason
    )
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum), factor, ("XA", "ESA", [10]), ("XB", "WCA", [null]))
            .Planned(plan => plan.Measuring(it => it with { Unit = unit, Measure = measure }));
        IndicatorFigure figure = snapshot.Figured();
        Assert.Equal(reason is { } why ? [new LeftOutValue(new AdministrationId("XA"), "B1", why, unit, "persons")] : [], figure.LeftOut);
        Assert.Equal(reason is null ? 10 * factor : null, figure.Total.Value);
        Assert.Equal("XB", Assert.Single(figure.Missing).Administration.Value); // gave nothing that could be left out
    }

    [Theory]
    [InlineData("Queues are short.", "", "  ", "Queues are short.")]
    [InlineData("Queues are short.", "Queues are long.", "", "Queues are long.")]
    [InlineData("Queues are short.", null, null, "Queues are short.")]
    [InlineData("  ", "", null, null)]
    public void What_was_said_last_is_the_answer_and_blanks_say_nothing(string? first, string? second, string? third, string? answer)
    {
        string?[] said = [first, second, third];
        IndicatorFigure figure = Of(Framework(Aggregation.None, Measure.Qualitative), ("XA", "ESA", [null]))
            .Planned(plan =>
                plan with
                {
                    Observations =
                    [
                        .. said.Select((text, quarter) => Observed(plan, quarter, null).But(one => one with { Narrative = text })),
                    ],
                }
            )
            .Figured();
        Assert.Equal(answer, figure.Answers.SingleOrDefault()?.Text);
        Assert.Equal(answer is null ? 0 : 1, figure.Total.Reported);
    }

    [Theory]
    [InlineData("The register moved.", "Nobody counted.", null, "Nobody counted.")] // what was said last
    [InlineData("The register moved.", null, null, "The register moved.")]
    [InlineData("The register moved.", null, 10, null)] // it was given later
    [InlineData(null, null, null, null)]
    public void Why_there_is_no_value_is_told_where_no_period_has_one(string? first, string? second, int? third, string? told)
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum), ("XA", "ESA", [null, null, third]))
            .Planned(plan =>
                plan with
                {
                    Observations =
                    [
                        plan.Observations[0].But(one => one with { MissingReason = first }),
                        plan.Observations[1].But(one => one with { MissingReason = second }),
                        plan.Observations[2].But(one => one with { MissingReason = null }),
                    ],
                }
            );
        Assert.Equal(told, Assert.Single(PlanCalculator.Of(snapshot.Plans.Single(), snapshot.Head)).MissingReason);
    }

    /// <summary>A donor who adds shares up gets them added up, not divided by what they are shares of.</summary>
    [Fact]
    public void Counts_behind_values_that_are_added_up_change_nothing()
    {
        Ratio[] given = [new(10, 20), new(30, 100)];
        IndicatorFigure figure = Of(Framework(Aggregation.Sum, Measure.Percentage, unit: "%"), ("XA", "ESA", [0]))
            .Planned(plan =>
                plan.Measuring(it => it with { Measure = Measure.Percentage }) with
                {
                    Observations = [.. given.Select((ratio, quarter) => OfWomenAlone(plan, quarter, ratio))],
                }
            )
            .Figured();
        Assert.Equal(new Figure(FigureState.Shown, 80, 1, 1), figure.Total);
        Assert.Equal([new GroupFigure("women", new Figure(FigureState.Shown, 80, 1, 1))], Assert.Single(figure.Breakdowns).Groups);
    }

    private static AcceptedObservation OfWomenAlone(PlanExtract plan, int quarter, Ratio ratio) =>
        Observed(plan, quarter, ratio.Percent, ("sex:women", ratio.Percent))
            .But(one => one with { Counts = new GivenCounts(ratio, new Dictionary<string, Ratio> { ["sex:women"] = ratio }) });

    private static AcceptedObservation Accepted(PlanExtract plan, decimal value, string id, int day) =>
        Observed(plan, 0, value).But(one => one with { Id = id }) with
        {
            AcceptedAt = new DateTimeOffset(2025, 5, day, 0, 0, 0, TimeSpan.Zero),
        };
}
