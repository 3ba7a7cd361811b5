using ACip.Workflows.Finance;
using ACip.Workflows.Onboarding;

namespace ACip.Tests.Unit.Finance;

public sealed class FinancialPeriodEntryRulesTests
{
    [Fact]
    public void Sound_books_are_taken() => Assert.Empty(FinancialPeriodEntryRules.In(Books.Second, Books.Register, [Books.First]));

    [Theory]
    [InlineData(201, 200, 220.5, "totals/budget")]
    [InlineData(200, 199.99, 220.5, "totals/received")]
    [InlineData(200, 200, 220, "totals/spent")]
    public void A_total_that_the_lines_do_not_make_is_refused(double budget, double received, double spent, string path)
    {
        var stated = new FinancialTotals((decimal)budget, (decimal)received, (decimal)spent, 39.5m);
        var problem = Assert.Single(FinancialPeriodEntryRules.In(Books.Second with { Totals = stated }, Books.Register, []));
        Assert.Equal((path, "finance-total"), (problem.Path, problem.Rule));
    }

    [Fact]
    public void Days_that_another_period_has_are_refused() =>
        Assert.Equal(
            "finance-overlap",
            Assert.Single(FinancialPeriodEntryRules.In(Books.Second with { Start = Books.First.End }, Books.Register, [Books.First])).Rule
        );

    [Fact]
    public void Books_are_kept_in_one_currency() =>
        Assert.Equal(
            "finance-currency",
            Assert.Single(FinancialPeriodEntryRules.In(Books.Second with { Currency = "CAD" }, Books.Register, [Books.First])).Rule
        );

    [Fact]
    public void Days_outside_the_agreement_are_refused() =>
        Assert.Equal(
            "outside-agreement",
            Assert
                .Single(
                    FinancialPeriodEntryRules.In(
                        Books.First with
                        {
                            Start = new DateOnly(2023, 1, 1),
                            End = new DateOnly(2023, 12, 31),
                        },
                        Books.Register,
                        []
                    )
                )
                .Rule
        );

    /// <summary>Reports to the end of the agreement would leave such a period out in silence.</summary>
    [Fact]
    public void Books_that_run_on_beyond_the_agreement_are_refused()
    {
        DateOnly last = Books.Agreement.End;
        var problem = Assert.Single(
            FinancialPeriodEntryRules.In(Books.First with { Start = last.AddDays(-100), End = last.AddDays(1) }, Books.Register, [])
        );
        Assert.Equal(("end", "outside-agreement"), (problem.Path, problem.Rule));
        Assert.Empty(FinancialPeriodEntryRules.In(Books.First with { Start = last.AddDays(-100), End = last }, Books.Register, []));
    }

    /// <summary>Its money was spent, and must be explained.</summary>
    [Fact]
    public void The_line_of_an_administration_that_left_the_agreement_can_be_kept_and_changed()
    {
        FinancialPeriod entered = Books.First.With(Books.First.Lines[0] with { Component = "ZZ" }, Books.First.Lines[1]);
        FinancialPeriod explained = entered.With(entered.Lines[0] with { Explanation = "It left in May." }, entered.Lines[1]);
        Assert.Equal("finance-component", Assert.Single(FinancialPeriodEntryRules.In(explained, Books.Register, [])).Rule);
        Assert.Empty(FinancialPeriodEntryRules.In(explained, Books.Register, [], entered));
        Assert.Equal([.. Components.Of(Books.Agreement), "ZZ"], Components.Of(Books.Agreement, entered));
    }

    [Fact]
    public void A_component_of_another_grant_is_refused_and_one_that_stands_twice()
    {
        FinancialLine line = Books.Second.Lines[0];
        Assert.Equal(
            ["finance-component", "code-twice"],
            FinancialPeriodEntryRules
                .In(
                    Books.Second.With(
                        line with
                        {
                            Component = "ZZ",
                        },
                        Books.Second.Lines[1],
                        Books.Second.Lines[1] with
                        {
                            Budget = 0,
                            Received = 0,
                            Spent = 0,
                        }
                    ),
                    Books.Register,
                    []
                )
                .Select(problem => problem.Rule)
        );
    }

    public static TheoryData<string, FinancialPeriod> Unsound() =>
        new()
        {
            { "agreement no-such-agreement No agreement is registered as none.", Books.Second with { Agreement = new("none") } },
            { "start day-out-of-range Give a day between 1900 and 2199.", Books.Second with { Start = default } },
            { "start day-out-of-range Give a day between 1900 and 2199.", Books.Second with { End = new DateOnly(2200, 1, 1) } },
            { "end ends-before-start The period ends before it begins.", Books.Second with { End = Books.Second.Start.AddDays(-1) } },
            {
                "start outside-agreement The days must lie within the agreement.",
                Books.Second with
                {
                    Start = Books.Agreement.Start.AddDays(-1),
                    End = Books.Agreement.Start,
                }
            },
            {
                "start outside-agreement The days must lie within the agreement.",
                Books.Second with
                {
                    Start = Books.Agreement.End.AddDays(1),
                    End = Books.Agreement.End.AddDays(2),
                }
            },
            {
                "end outside-agreement The days must lie within the agreement.",
                Books.Second with
                {
                    Start = Books.Agreement.End,
                    End = Books.Agreement.End.AddDays(1),
                }
            },
            { "start finance-overlap Money of 20240101-20241231 would be counted twice.", Books.Second with { Start = Books.First.End } },
            { "start finance-overlap Money of 20240101-20241231 would be counted twice.", Books.First },
            { "currency finance-currency The agreement's books are kept in NOK.", Books.Second with { Currency = "AZA" } },
            { "currency finance-currency The agreement's books are kept in NOK.", Books.Second with { Currency = "ZAZ" } },
            { "currency allocation-currency The currency is an ISO 4217 code, such as NOK.", Books.Second with { Currency = "noK" } },
            { "currency allocation-currency The currency is an ISO 4217 code, such as NOK.", Books.Second with { Currency = "NoK" } },
            { "currency allocation-currency The currency is an ISO 4217 code, such as NOK.", Books.Second with { Currency = "NO{" } },
            { "currency allocation-currency The currency is an ISO 4217 code, such as NOK.", Books.Second with { Currency = "[OK" } },
            { "lines empty This must not be empty.", Books.Second.With() with { Totals = new FinancialTotals(0, 0, 0, 39.5m) } },
            { "lines/0/budget finance-negative A budget is not below 0.", Lined(-1, null) },
            { "lines/0/budget finance-negative A budget is not below 0.", Lined(1, -1) },
            { "lines/0 number-too-large The amount is larger than any grant.", Lined(1_000_000_000_001, 1) },
            { "lines/0 number-too-large The amount is larger than any grant.", Lined(1, 1_000_000_000_001) },
            {
                "lines/0/explanation text-too-long The explanation is too long.",
                Books.Second.With(Books.Second.Lines[0] with { Explanation = new string('x', 4_001) }, Books.Second.Lines[1])
            },
            {
                "totals/budget finance-total The ledger states 200; the lines make 201.",
                Books.Second.With(Books.Second.Lines[0] with { Budget = 101 }, Books.Second.Lines[1])
            },
        };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void What_is_wrong_is_said_with_its_place(string expected, FinancialPeriod period) =>
        Assert.Equal(expected, Said(Assert.Single(FinancialPeriodEntryRules.In(period, Books.Register, [Books.First]))));

    /// <summary>A day that the period before does not have, an amount of the very limit, a budget of nothing.</summary>
    [Fact]
    public void What_lies_on_the_limit_is_taken()
    {
        Assert.Empty(
            FinancialPeriodEntryRules.In(
                Books.Second with
                {
                    Start = Books.First.End.AddDays(1),
                    End = Books.First.End.AddDays(1),
                },
                Books.Register,
                [Books.First]
            )
        );
        Assert.Empty(FinancialPeriodEntryRules.In(Lined(1_000_000_000_000, 0), Books.Register, [Books.First]));
        Assert.Empty(
            FinancialPeriodEntryRules.In(
                Books.Second.With(Books.Second.Lines[0] with { Explanation = new string('x', 4_000) }, Books.Second.Lines[1]),
                Books.Register,
                [Books.First]
            )
        );
    }

    [Fact]
    public void A_component_of_another_grant_is_told_with_those_that_there_are() =>
        Assert.Equal(
            $"lines/1/component finance-component Components are {string.Join(", ", Components.Of(Books.Agreement))}.",
            Said(
                Assert.Single(
                    FinancialPeriodEntryRules.In(
                        Books.Second.With(Books.Second.Lines[0], Books.Second.Lines[1] with { Component = "ZZ" }),
                        Books.Register,
                        []
                    )
                )
            )
        );

    private static string Said(RegisterProblem problem) => $"{problem.Path} {problem.Rule} {problem.Why}";

    private static FinancialPeriod Lined(decimal budget, decimal? revised) =>
        Books.Second.With(Books.Second.Lines[0] with { Budget = budget, Revised = revised }) with
        {
            Totals = new FinancialTotals(revised ?? budget, 100, 130, 0),
        };

    [Theory]
    [InlineData(100, 110, 10.0, false)]
    [InlineData(100, 110.1, 10.1, true)]
    [InlineData(100, 89.9, -10.1, true)]
    [InlineData(0, 0, 0.0, false)]
    [InlineData(0, 5, null, true)]
    public void Spending_strays_over_the_limit_either_way(double budget, double spent, double? percent, bool strays)
    {
        var line = new FinancialLine("NO", (decimal)budget, null, 0, (decimal)spent);
        Assert.Equal((decimal?)percent, line.Variance);
        Assert.Equal(strays, VarianceLimit.IsPassedBy(line, 10));
        Assert.False(VarianceLimit.IsUnexplained(line with { Explanation = "Why." }, 10));
    }
}
