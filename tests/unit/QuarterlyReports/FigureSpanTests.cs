using ACip.Tests.Unit.DonorReports;
using ACip.Tests.Unit.Time;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>Of this period, or everything since the start: said beside every figure, and never added up over time.</summary>
public sealed class FigureSpanTests
{
    private static readonly IReadOnlyList<ReportingPeriod> Periods = PeriodSchedule.Build(
        Calendars.Quarters,
        new DateOnly(2026, 1, 1),
        new DateOnly(2027, 12, 31),
        Calendars.Of("MX")
    );

    private static readonly Indicator Total = QuestionsTests.New("B3", Measure.Unit, Aggregation.Sum) with
    {
        Covers = FigureSpan.SinceStart,
    };
    private static readonly Indicator OfPeriod = QuestionsTests.New("B4", Measure.Unit, Aggregation.Sum);

    [Theory]
    [InlineData("en", "this period", "total since the start; last total: 40 (")]
    [InlineData("fr", "cette période", "total depuis le début; dernier total : 40 (")]
    [InlineData("es", "este período", "total desde el inicio; último total: 40 (")]
    public void The_form_says_which_and_shows_the_last_total(Language language, string period, string total)
    {
        IReadOnlyList<FormItem> items = Asked();
        Assert.Contains(period, FormHint.Facts(items.Single(item => item.Code == "B4"), language), StringComparison.Ordinal);
        Assert.StartsWith(total, FormHint.Facts(items.Single(item => item.Code == "B3"), language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "new total since the start 45 cases, last total 40 cases", "7 cases, this period")]
    [InlineData("fr", "nouveau total depuis le début 45 cases, dernier total 40 cases", "7 cases, cette période")]
    [InlineData("es", "nuevo total desde el inicio 45 cases, último total 40 cases", "7 cases, este período")]
    public void The_acknowledgement_says_which_and_shows_both_totals(Language language, string total, string period)
    {
        ParsedReply reading = ReplyReader.Read(ReplyText.Of("B3: 45\nB4: 7", null), Asked(), language);
        Assert.Equal([total, period], AcknowledgementLines.Understood(reading, Asked(), language).Select(line => line.Value));
    }

    [Theory]
    [InlineData(Measure.Unit, Aggregation.Sum)]
    [InlineData(Measure.Unit, Aggregation.Mean)]
    [InlineData(Measure.Percentage, Aggregation.Latest)]
    public void A_total_that_falls_is_asked_about_whatever_it_measures(Measure measure, Aggregation rule)
    {
        Indicator total = QuestionsTests.New("B3", measure, rule) with { Covers = FigureSpan.SinceStart };
        Observation[] before = [QuestionsTests.Given("B3", Periods[0], 40)];
        Assert.Equal("cumulative-falls", Rules(total, 39));
        Assert.Equal("", Rules(total with { Covers = FigureSpan.Period }, 39));
        Assert.Equal("", Rules(total, 40));

        string Rules(Indicator indicator, decimal value) =>
            string.Join(
                ' ',
                Plausibility
                    .Ask(QuestionsTests.Plan(indicator), Periods[1], [QuestionsTests.Given("B3", Periods[1], value)], before)
                    .Select(question => question.Rule)
            );
    }

    [Fact]
    public void A_total_is_asked_about_where_it_falls_and_nowhere_else() =>
        Prop.ForAll(
                (from before in Gen.Choose(0, 5000) from now in Gen.Choose(0, 5000) select (before, now)).ToArbitrary(),
                one =>
                    Plausibility
                        .Ask(
                            QuestionsTests.Plan(Total),
                            Periods[1],
                            [QuestionsTests.Given("B3", Periods[1], one.now)],
                            [QuestionsTests.Given("B3", Periods[0], one.before)]
                        )
                        .Any(question => question.Rule == "cumulative-falls")
                    == one.now < one.before
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_count_whose_latest_value_stands_is_a_total_unless_the_plan_says_otherwise()
    {
        Indicator latest = QuestionsTests.New("B3", Measure.Unit, Aggregation.Latest);
        Assert.Equal(FigureSpan.SinceStart, latest.Span);
        Assert.Equal(FigureSpan.Period, (latest with { Covers = FigureSpan.Period }).Span);
        Assert.Equal(FigureSpan.Period, QuestionsTests.New("B3", Measure.Percentage, Aggregation.Latest).Span);
    }

    [Fact]
    public void Over_time_a_total_counts_with_its_latest_value_under_every_rule() =>
        Prop.ForAll(
                (
                    from rule in Gen.Elements(Aggregation.Sum, Aggregation.Mean, Aggregation.Latest)
                    from steps in Gen.ArrayOf(Gen.Choose(0, 50), 4)
                    select (rule, steps)
                ).ToArbitrary(),
                one =>
                {
                    decimal?[] series = [.. one.steps.Select((_, at) => (decimal?)one.steps.Take(at + 1).Sum())];
                    DonorSnapshot snapshot = SmallReports.Of(SmallReports.Framework(one.rule), ("XA", "ESA", series));
                    PlanExtract plan = snapshot.Plans.Single();
                    plan = plan with { Indicators = [plan.Indicators[0] with { Covers = FigureSpan.SinceStart }] };
                    IndicatorFigure figure = FigureCalculator.Of(snapshot with { Plans = [plan] }).Indicators[0];
                    return figure.Total.Value == series[^1] && figure.Span == FigureSpan.SinceStart;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_figure_of_totals_and_of_periods_says_that_they_differ()
    {
        DonorSnapshot snapshot = SmallReports.Of(SmallReports.Framework(Aggregation.Sum), ("XA", "ESA", [1]), ("XB", "WCA", [2]));
        PlanExtract[] plans = [.. snapshot.Plans];
        plans[0] = plans[0] with { Indicators = [plans[0].Indicators[0] with { Covers = FigureSpan.SinceStart }] };
        plans[1] = plans[1] with { Indicators = [plans[1].Indicators[0] with { Covers = FigureSpan.Period }] };
        IndicatorFigure figure = FigureCalculator.Of(snapshot with { Plans = plans }).Indicators[0];
        Assert.True(figure.SpansDiffer);
        Assert.Null(figure.Span);
    }

    private static IReadOnlyList<FormItem> Asked()
    {
        ActionPlan plan = QuestionsTests.Plan(Total with { Unit = "cases" }, OfPeriod with { Unit = "cases" });
        return ReportItems.Of(plan, Periods[1], [QuestionsTests.Given("B3", Periods[0], 40)]);
    }
}
