using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>A donor's question without a number: who answered it, the first ten answers and how many more; and when a question is asked
/// that nobody has been asked yet.</summary>
public sealed class IndicatorCalculatorWordsTests
{
    private static readonly DateOnly MidYear = new(2025, 6, 30);
    private static readonly DateOnly EndOfYear = new(2025, 12, 31);

    [Fact]
    public void Those_who_answered_are_counted_and_quoted_and_the_others_are_missing()
    {
        IndicatorFigure figure = Asked(3).Planned(Answer, "XA").Planned(Answer, "XC").Figured();
        Assert.Equal(new Figure(FigureState.Narrative, null, 2, 3), figure.Total);
        Assert.Equal([Said("XA"), Said("XC")], figure.Answers);
        Assert.Equal([new MissingValue(new AdministrationId("XB"), "No register")], figure.Missing);
        Assert.Equal((Progress.NotRated, 0), (figure.Progress, figure.MoreAnswers));
    }

    [Fact]
    public void What_nobody_answered_has_no_data()
    {
        IndicatorFigure figure = Asked(2).Figured();
        Assert.Equal((new Figure(FigureState.Missing, null, 0, 2), Progress.NoData), (figure.Total, figure.Progress));
    }

    [Theory]
    [InlineData(9, 9, 0)]
    [InlineData(10, 10, 0)]
    [InlineData(11, 10, 1)]
    [InlineData(12, 10, 2)]
    public void The_first_ten_answers_are_quoted_and_the_others_are_counted(int answered, int quoted, int more)
    {
        IndicatorFigure figure = Asked(answered).Planned(Answer).Figured();
        Assert.Equal(
            "XA XB XC XD XE XF XG XH XI XJ"[..(3 * quoted - 1)],
            string.Join(' ', figure.Answers.Select(one => one.Administration))
        );
        Assert.Equal((more, answered), (figure.MoreAnswers, figure.Total.Reported));
    }

    [Theory]
    [InlineData(0, false, 10, 2)]
    [InlineData(1, false, 10, 2)]
    [InlineData(2, false, 0, 0)]
    [InlineData(0, true, 0, 0)]
    public void No_answer_is_quoted_nor_promised_where_single_ones_are_not_disclosed(int minimum, bool sensitive, int quoted, int more)
    {
        IndicatorFigure figure = Asked(12, minimum)
            .Planned(plan => Answer(plan).Measuring(it => it with { Sensitive = sensitive }))
            .Figured();
        Assert.Equal((quoted, more, 12), (figure.Answers.Count, figure.MoreAnswers, figure.Total.Reported));
    }

    [Fact]
    public void The_words_beside_a_number_are_no_answer()
    {
        IndicatorFigure figure = Of(Framework(Aggregation.Sum), ("XA", "ESA", [10])).Planned(Answer, "XA").Figured();
        Assert.Empty(figure.Answers);
        Assert.Equal("XA", Assert.Single(figure.Missing).Administration.Value);
    }

    [Theory]
    [InlineData(Measure.Qualitative, Aggregation.None)]
    [InlineData(Measure.Unit, Aggregation.Sum)]
    [InlineData(Measure.Unit, Aggregation.None)]
    public void What_nobody_was_asked_for_yet_says_when_it_is_asked(Measure measure, Aggregation rule)
    {
        IndicatorFigure figure = FirstQuarter(measure, rule, Frequency.Annual, Frequency.SemiAnnual).Figured();
        Assert.Equal(
            (new Figure(FigureState.Missing, null, 0, 2) { NotDueUntil = MidYear }, Progress.NotDue),
            (figure.Total, figure.Progress) // XA is asked at the end of the year, XB half a year before
        );
    }

    [Fact]
    public void Where_one_was_asked_the_value_is_missing_whoever_is_asked_later()
    {
        IndicatorFigure figure = FirstQuarter(Measure.Unit, Aggregation.Sum, Frequency.Annual, Frequency.Quarterly).Figured();
        Assert.Equal((new Figure(FigureState.Missing, null, 0, 2), Progress.NoData), (figure.Total, figure.Progress));
    }

    [Fact]
    public void Nobody_waits_for_what_was_given_before_it_was_asked()
    {
        Figure answered = FirstQuarter(Measure.Qualitative, Aggregation.None, Frequency.Annual, Frequency.Annual)
            .Planned(Answer, "XA")
            .Figured()
            .Total;
        Assert.Equal(new Figure(FigureState.Narrative, null, 1, 2), answered);
        Figure given = FirstQuarter(Measure.Unit, Aggregation.None, Frequency.Annual, Frequency.Annual)
            .Planned(plan => plan with { Observations = [Observed(plan, 0, 10)] }, "XA")
            .Figured()
            .Total;
        Assert.Equal(new Figure(FigureState.NotAggregated, null, 1, 2), given);
    }

    /// <summary>The next day on which it is asked follows the last period that is in the report, also where one between was not the
    /// plan's.</summary>
    [Fact]
    public void It_is_asked_next_after_the_last_period()
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum), ("XA", "ESA", [null]))
            .Headed(head => head with { Period = head.Period with { End = new DateOnly(2025, 9, 30) } })
            .Planned(plan =>
                plan.Measuring(it => it with { Frequency = Frequency.SemiAnnual }) with
                {
                    Periods = [plan.Periods[0], plan.Periods[2]],
                }
            );
        Assert.Equal(EndOfYear, snapshot.Figured().Total.NotDueUntil);
    }

    /// <summary>XA and XB, who are asked as often as it says, and have answered nothing.</summary>
    private static DonorSnapshot FirstQuarter(Measure measure, Aggregation rule, Frequency one, Frequency other) =>
        Of(Framework(rule, measure), ("XA", "ESA", [null]), ("XB", "WCA", [null]))
            .Headed(head => head with { Period = head.Period with { End = new DateOnly(2025, 3, 31) } })
            .Planned(plan => plan.Measuring(it => it with { Frequency = one }), "XA")
            .Planned(plan => plan.Measuring(it => it with { Frequency = other }), "XB");

    private static DonorSnapshot Asked(int administrations, int minimum = 0) =>
        Of(
            Framework(Aggregation.None, Measure.Qualitative, minimum),
            [.. Enumerable.Range(0, administrations).Select(place => ($"X{(char)('A' + place)}", "ESA", new decimal?[] { null }))]
        );

    private static PlanExtract Answer(PlanExtract plan) =>
        plan with
        {
            Observations = [Observed(plan, 0, null).But(one => one with { Narrative = Said(plan.Administration.Value).Text })],
        };

    private static QualitativeAnswer Said(string administration) =>
        new(new AdministrationId(administration), $"{administration} sees shorter queues.");
}
