using ACip.Tests.Unit.Time;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;
using static ACip.Tests.Unit.QuarterlyReports.QuestionsTests;
using static ACip.Tests.Unit.Time.Calendars;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>Where a question begins to be asked, and where it is just not asked.</summary>
public sealed class QuestionBordersTests
{
    private static readonly IReadOnlyList<ReportingPeriod> Periods = PeriodSchedule.Build(
        Calendars.Quarters,
        Day("2026-01-01"),
        Day("2027-12-31"),
        Of("MX")
    );
    private static readonly ReportingPeriod Now = Periods[4];

    public static TheoryData<Measure, decimal[], decimal, string> Figures =>
        new()
        {
            { Measure.Percentage, [95, 97], 100, "" },
            { Measure.Percentage, [2, 3], 0, "" },
            { Measure.Percentage, [40, 45], 1, "jump" }, // 1 % is no fraction, nor is 0
            { Measure.Percentage, [40, 45], 0, "jump" },
            { Measure.Percentage, [40, 45], 30, "" }, // 10 points below the lowest
            { Measure.Percentage, [40, 45], 29.9m, "jump" },
            { Measure.Percentage, [3, 5], 0.5m, "wrong-unit" },
            { Measure.Percentage, [3, 4.9m], 0.5m, "" },
            { Measure.Percentage, [0.5m, 5], 0.4m, "wrong-unit" }, // one that was no small share is enough
            { Measure.Percentage, [10, 50], 90, "" }, // 40 apart: as far again
            { Measure.Percentage, [10, 50], 90.1m, "jump" },
            { Measure.Unit, [0, 0], 1, "" },
            { Measure.Unit, [0, 0], 1.1m, "jump" },
            { Measure.Unit, [10, 20], 0, "" },
            { Measure.Unit, [200, 20], 380, "" }, // 180 apart
            { Measure.Unit, [200, 20], 381, "jump" },
            { Measure.Ordinal, [1, 2], -1, "jump" }, // half of the last is 1: from 0 to 3
            { Measure.Ordinal, [1, 2], 0, "" },
        };

    [Theory]
    [MemberData(nameof(Figures), DisableDiscoveryEnumeration = true)]
    public void A_figure_is_asked_about_from_the_first_odd_value_on(Measure measure, decimal[] before, decimal value, string rule)
    {
        Indicator indicator = New("B1", measure, Aggregation.Mean);
        var earlier = before.Select((one, i) => Given("B1", Periods[i], one));
        Assert.Equal(rule, Rules(Plausibility.Ask(Plan(indicator), Now, [Given("B1", Now, value)], earlier)));
    }

    [Fact]
    public void Where_there_is_no_value_nothing_looks_odd()
    {
        Observation gap = Given("B1", Now, null) with { Groups = new Dictionary<string, decimal> { ["sex:women"] = 60 } };
        Assert.Empty(Plausibility.Ask(Plan(BySex(Measure.Unit)), Now, [gap], []));
        Assert.Empty(Plausibility.Ask(Plan(BySex(Measure.Unit)), Now, [], [Given("B1", Periods[0], 5)]));
    }

    [Theory]
    [InlineData(Measure.Unit, 100, null, "")] // all are of the one group that is known
    [InlineData(Measure.Unit, 60, 39, "groups-sum")]
    [InlineData(Measure.Ordinal, 60, 60, "")] // ranks and shares of groups do not add up
    [InlineData(Measure.Percentage, 60, 60, "")]
    public void Only_what_is_counted_adds_up(Measure measure, int women, int? men, string rule)
    {
        Dictionary<string, decimal> groups = new() { ["sex:women"] = women };
        if (men is { } known)
        {
            groups["sex:men"] = known;
        }

        Observation given = Given("B1", Now, 100) with { Groups = groups };
        Assert.Equal(rule, Rules(Plausibility.Ask(Plan(BySex(measure)), Now, [given], [])));
    }

    [Fact]
    public void Of_two_breakdowns_the_one_that_does_not_add_up_is_named()
    {
        Indicator indicator = BySex(Measure.Unit) with
        {
            Dimensions = [new("rank", ["officers", "others"]), new("age", ["young", "old"]), new("sex", ["women", "men"])],
        };
        Observation given = Given("B1", Now, 100) with
        {
            Groups = new Dictionary<string, decimal>
            {
                ["sex:women"] = 60,
                ["sex:men"] = 40,
                ["age:young"] = 60,
                ["age:old"] = 50,
            },
        };
        ReportQuestion question = Assert.Single(Plausibility.Ask(Plan(indicator), Now, [given], []));
        Assert.Contains("age", question.Text.En, StringComparison.Ordinal);
        Assert.Contains("110", question.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, "")]
    [InlineData(31, "groups-sum")]
    public void The_counts_behind_a_share_add_up(int men, string rule)
    {
        Observation given = Given("B1", Now, 50) with
        {
            Counts = new GivenCounts(
                new Ratio(50, 100),
                new Dictionary<string, Ratio> { ["sex:women"] = new(20, 40), ["sex:men"] = new(men, 60) }
            ),
        };
        Assert.Equal(rule, Rules(Plausibility.Ask(Plan(BySex(Measure.Percentage)), Now, [given], [])));
        Assert.Empty(
            Plausibility.Ask(Plan(BySex(Measure.Percentage)), Now, [given with { Counts = given.Counts! with { Total = null } }], [])
        );
    }

    [Fact]
    public void A_milestone_that_was_never_reached_or_is_still_is_not_asked_about()
    {
        ActionPlan plan = Plan() with { Benchmarks = [new("M1", "R1", "A statement", Day("2026-03-31"), "A document", [1])] };
        Observation reached = Given("M1", Periods[3], null) with { Reached = true },
            no = Given("M1", Now, null) with { Reached = false };
        Assert.Empty(Plausibility.Ask(plan, Now, [no], []));
        Assert.Empty(Plausibility.Ask(plan, Now, [], [reached]));
        Assert.Empty(Plausibility.Ask(plan, Now, [no with { Reached = true }], [reached]));
        Assert.Empty(
            Plausibility.Ask(plan, Now, [no], [Given("M1", Periods[2], null) with { Reached = true }, no with { Period = Periods[3].Key }])
        );
    }

    [Theory]
    [InlineData("  ", null, true)]
    [InlineData(null, "  ", true)]
    [InlineData("words", null, false)]
    [InlineData(null, "a reason", false)]
    public void Blanks_are_no_answer(string? words, string? reason, bool asked)
    {
        Observation given = Given("B1", Now, null) with { Narrative = words, MissingReason = reason };
        IReadOnlyList<ReportQuestion> questions = Completeness.Ask(Plan(New("B1", Measure.Unit, Aggregation.Sum)), Now, [given], []);
        Assert.Equal(asked, questions.Any(question => question is { Rule: "value-missing", Item: "B1" }));
        Assert.Contains(
            Completeness.Ask(Plan(), Now, [Given("N1", Now, null) with { Narrative = words ?? " " }], []),
            question => question.Item == (words == "words" ? "N9" : "N1")
        );
    }

    [Theory]
    [InlineData(true, 1, null, "")]
    [InlineData(true, 0, null, "evidence-missing")]
    [InlineData(false, 0, null, "")]
    [InlineData(null, 0, "The court sits in May.", "")]
    [InlineData(null, 0, "", "benchmark-missing")]
    public void A_milestone_that_is_due_is_answered_by_yes_with_evidence_by_no_or_by_a_reason(
        bool? reached,
        int files,
        string? reason,
        string rule
    )
    {
        ActionPlan plan = Plan() with { Benchmarks = [new("M1", "R1", "A statement", Now.End, "A document", [1])] };
        Observation given = Given("M1", Now, null) with
        {
            Reached = reached,
            MissingReason = reason,
            EvidenceSha256 = [.. Enumerable.Repeat("ab", files)],
        };
        Assert.Equal(rule, Rules(Completeness.Ask(plan, Now, [given], []).Where(question => question.Item == "M1")));
    }

    [Theory]
    [InlineData("annual", "2026-12-30", "2026-12-31")]
    [InlineData("annual", "2026-12-31", "2027-12-31")]
    [InlineData("half-yearly", "2026-06-29", "2026-06-30")]
    [InlineData("half-yearly", "2026-06-30", "2026-12-31")]
    [InlineData("half-yearly", "2026-12-31", "2027-06-30")]
    [InlineData("annual", "2026-01-01", "2026-09-15")] // a target
    [InlineData("quarterly", "2026-01-01", null)]
    public void When_an_indicator_is_asked_for_next(string frequency, string after, string? next)
    {
        Indicator indicator = New("B1", Measure.Unit, Aggregation.Sum) with
        {
            Frequency = new Frequency(frequency),
            Targets = after == "2026-01-01" ? [new Target(Day("2026-09-15"), 1), new Target(Day("2026-01-01"), 1)] : [],
        };
        Assert.Equal(next is null ? (DateOnly?)null : Day(next), Completeness.NextAsked(indicator, Day(after)));
    }

    private static Indicator BySex(Measure measure) =>
        New("B1", measure, Aggregation.Sum) with
        {
            Dimensions = [new Dimension("sex", ["women", "men"])],
        };

    private static string Rules(IEnumerable<ReportQuestion> asked) => string.Join(' ', asked.Select(question => question.Rule));
}
