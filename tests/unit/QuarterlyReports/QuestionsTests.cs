using ACip.Tests.Unit.Time;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;
using static ACip.Tests.Unit.Time.Calendars;

namespace ACip.Tests.Unit.QuarterlyReports;

public sealed class QuestionsTests
{
    private static readonly IReadOnlyList<ReportingPeriod> Periods = PeriodSchedule.Build(
        Calendars.Quarters,
        Day("2026-01-01"),
        Day("2027-12-31"),
        Of("MX")
    );
    private static readonly ReportingPeriod Now = Periods[4]; // the first quarter of 2027

    public static TheoryData<Indicator, decimal[], decimal, string> Figures =>
        new()
        {
            { Percentage, [40, 45, 42], 47, "" },
            { Percentage, [40, 45, 42], 100.1m, "percent-range" },
            { Percentage, [40, 45, 42], -0.5m, "percent-range" },
            { Percentage, [40, 45, 42], 0.45m, "wrong-unit" },
            { Percentage, [0.2m, 0.3m], 0.45m, "" }, // small shares are small shares
            { Percentage, [40, 45, 42], 56, "jump" }, // 45 and 10 points more
            { Percentage, [40, 45, 42], 55, "" },
            { Count, [100, 120], 190, "jump" }, // 120 and half of 120 more is 180
            { Count, [100, 120], 180, "" },
            { Count, [100, 120], 39, "jump" },
            { Count, [100], 5000, "" }, // one value is nothing to compare with
            { Count, [], 5000, "" },
            { Count, [100, 120], -1, "negative" },
            { Cumulative, [10, 20], 19, "cumulative-falls" },
            { Cumulative, [10, 20], 20, "" },
            { Count, [30, 20], 19, "" }, // a count of the period may fall
        };

    private static Indicator Percentage => New("B1", Measure.Percentage, Aggregation.Mean);

    private static Indicator Count =>
        New("B2", Measure.Unit, Aggregation.Sum) with
        {
            Dimensions = [new Dimension("sex", ["women", "men"])],
        };

    private static Indicator Cumulative => New("B3", Measure.Unit, Aggregation.Latest);

    [Theory]
    [MemberData(nameof(Figures), DisableDiscoveryEnumeration = true)]
    public void A_figure_that_looks_odd_is_asked_about(Indicator indicator, decimal[] before, decimal value, string rule)
    {
        var earlier = before.Select((one, i) => Given(indicator.Code, Periods[i], one));

        IReadOnlyList<ReportQuestion> asked = Plausibility.Ask(Plan(indicator), Now, [Given(indicator.Code, Now, value)], earlier);

        Assert.Equal(rule, string.Join(' ', asked.Select(question => question.Rule)));
    }

    [Theory]
    [InlineData(60, 40, "")]
    [InlineData(60, 41, "groups-sum")]
    [InlineData(60, null, "")] // one group is not known: the rest may be the other's
    [InlineData(101, null, "groups-sum")]
    [InlineData(null, null, "")]
    public void Groups_must_add_up_to_the_total(int? women, int? men, string rule)
    {
        Dictionary<string, decimal> groups = [];
        if (women is { } w)
        {
            groups["sex:women"] = w;
        }

        if (men is { } m)
        {
            groups["sex:men"] = m;
        }

        IReadOnlyList<ReportQuestion> asked = Plausibility.Ask(Plan(Count), Now, [Given("B2", Now, 100) with { Groups = groups }], []);

        Assert.Equal(rule, string.Join(' ', asked.Select(question => question.Rule)));
    }

    [Fact]
    public void The_baseline_is_what_the_first_value_is_compared_with()
    {
        Indicator indicator = Cumulative with { Baseline = new Baseline(12, null, null, null, null) };
        Assert.Equal("cumulative-falls", Assert.Single(Plausibility.Ask(Plan(indicator), Now, [Given("B3", Now, 11)], [])).Rule);
    }

    [Fact]
    public void A_correction_is_what_counts_and_later_periods_are_not_looked_at()
    {
        Observation[] earlier = [Given("B3", Periods[0], 90), Given("B3", Periods[0], 9, hour: 1), Given("B3", Periods[5], 500)];
        Assert.Empty(Plausibility.Ask(Plan(Cumulative), Now, [Given("B3", Now, 10)], earlier));
    }

    [Fact]
    public void Questions_are_asked_in_three_languages_with_the_numbers_that_each_writes()
    {
        Text text = Assert
            .Single(
                Plausibility.Ask(
                    Plan(Count),
                    Now,
                    [Given("B2", Now, 12345.5m)],
                    [Given("B2", Periods[0], 100), Given("B2", Periods[1], 120)]
                )
            )
            .Text;

        Assert.StartsWith("B2 is 12,345.5; the last value was 120.", text.En, StringComparison.Ordinal);
        Assert.StartsWith("B2 vaut 12\u00A0345,5 ; la dernière valeur était 120.", text.Fr, StringComparison.Ordinal);
        Assert.StartsWith("B2 es 12\u00A0345,5; el último valor era 120.", text.Es, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_report_is_asked_for_everything_that_is_due()
    {
        ActionPlan plan = Plan(Percentage, Count) with { Benchmarks = [Milestone("M1", "2027-03-31"), Milestone("M2", "2027-04-01")] };

        Assert.Equal(
            ["value-missing B1", "value-missing B2", "benchmark-missing M1", "narrative-missing N1", "narrative-missing N9"],
            Completeness.Ask(plan, Now, [], []).Select(question => $"{question.Rule} {question.Item}")
        );
    }

    [Fact]
    public void A_report_with_a_value_a_reason_evidence_and_words_is_complete()
    {
        ActionPlan plan = Plan(Percentage, Count) with { Benchmarks = [Milestone("M1", "2027-03-31"), Milestone("M2", "2026-03-31")] };
        Observation[] given =
        [
            Given("B1", Now, 0), // a zero is a value
            Given("B2", Now, null) with
            {
                MissingReason = "The register was moved.",
            },
            Given("M1", Now, null) with
            {
                Reached = true,
                EvidenceSha256 = ["ab"],
            },
            Given("N1", Now, null) with
            {
                Narrative = "Much.",
            },
            Given("N9", Now, null) with
            {
                Narrative = "More.",
            },
        ];

        Assert.Empty(Completeness.Ask(plan, Now, given, [Given("M2", Periods[0], null) with { Reached = true }]));
    }

    [Fact]
    public void A_milestone_that_was_reached_needs_evidence_and_one_that_is_no_longer_is_asked_about()
    {
        ActionPlan plan = Plan() with { Benchmarks = [Milestone("M1", "2026-03-31")] };

        Assert.Contains(
            Completeness.Ask(plan, Now, [Given("M1", Now, null) with { Reached = true }], []),
            question => question.Rule == "evidence-missing"
        );
        Assert.Equal(
            "no-longer-reached",
            Assert
                .Single(
                    Plausibility.Ask(
                        plan,
                        Now,
                        [Given("M1", Now, null) with { Reached = false }],
                        [Given("M1", Periods[3], null) with { Reached = true }]
                    )
                )
                .Rule
        );
    }

    [Theory]
    [InlineData("quarterly", 0, true)]
    [InlineData("annual", 0, false)]
    [InlineData("annual", 3, true)]
    [InlineData("Anual", 1, false)]
    [InlineData("semi-annual", 1, true)]
    [InlineData("half-yearly", 2, false)]
    [InlineData("half-yearly", 3, true)]
    [InlineData("", 0, true)]
    public void An_indicator_is_asked_for_as_often_as_it_says(string frequency, int period, bool expected) =>
        Assert.Equal(expected, Completeness.IsAsked(Count with { Frequency = new Frequency(frequency) }, Periods[period]));

    [Fact]
    public void A_yearly_indicator_is_asked_for_where_its_target_falls() =>
        Assert.True(
            Completeness.IsAsked(
                Count with
                {
                    Frequency = new Frequency("annual"),
                    Targets = [new Target(Day("2026-06-30"), 5)],
                },
                Periods[1]
            )
        );

    internal static Observation Given(string item, ReportingPeriod period, decimal? value, int hour = 0) =>
        new(
            $"{item}-{period.Key}-{hour}",
            new PlanId("mx"),
            1,
            item,
            period.Key,
            value,
            null,
            null,
            null,
            new Dictionary<string, decimal>(),
            [],
            new PersonId("p"),
            period.Opens.AddHours(hour),
            new EntrySource("page:1")
        );

    internal static ActionPlan Plan(params Indicator[] indicators) =>
        new(
            new PlanId("mx"),
            new AdministrationId("MX"),
            1,
            "FICTIONAL SAMPLE DATA",
            Day("2026-01-01"),
            Day("2027-12-31"),
            [],
            indicators,
            [],
            [],
            []
        );

    private static Benchmark Milestone(string code, string due) => new(code, "R1", "A statement", Day(due), "A document", [1]);

    internal static Indicator New(string code, Measure measure, Aggregation aggregation) =>
        new(
            code,
            1,
            "R1",
            "A statement",
            measure,
            "",
            Ascending: true,
            aggregation,
            "",
            "",
            new Frequency("quarterly"),
            "",
            [],
            [1],
            Markers.None,
            Sensitive: false,
            new Baseline(null, null, null, null, "none"),
            []
        );
}
