using ACip.Workflows.Finance;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.Finance;

public sealed class FinancialStatementTests
{
    private static readonly DateOnly Start = new(2025, 1, 1),
        End = new(2025, 12, 31);

    [Fact]
    public void The_period_and_the_grant_to_date_are_added_up_by_component()
    {
        FinancialStatement books = Of(Books.Second, Books.First)!;
        Assert.Equal(
            [(Books.Home, 100m, 130m), (Components.Multilateral, 100m, 90.5m)],
            books.Lines.Select(line => (line.Component, line.InForce, line.Spent))
        );
        Assert.Equal(
            [(Books.Home, 200m, null, 220m, 225m), (Components.Multilateral, 300m, (decimal?)250m, 280m, 235.5m)],
            books.ToDate.Select(line => (line.Component, line.Budget, line.Revised, line.Received, line.Spent))
        );
        Assert.Equal(books.ToDate.Sum(line => line.Received) - books.ToDate.Sum(line => line.Spent), books.Periods[^1].Balance);
        Assert.Empty(books.Open);
    }

    [Fact]
    public void A_variance_over_the_limit_stands_open_until_it_is_explained()
    {
        FinancialPeriod silent = Books.Second.With([.. Books.Second.Lines.Select(line => line with { Explanation = null })]);
        Assert.Equal([$"{Books.Home}: variance"], Of(silent, Books.First)!.Open);
        Assert.Empty(FinancialStatement.Of([silent, Books.First], Books.Agreement with { VarianceLimit = 30 }, Start, End)!.Open);
    }

    [Fact]
    public void A_balance_that_does_not_follow_stands_open() =>
        Assert.Equal(
            ["20250101-20251231: balance"],
            Of(Books.Second with { Totals = Books.Second.Totals with { Balance = 40 } }, Books.First)!.Open
        );

    [Fact]
    public void What_ends_later_is_not_in_it()
    {
        Assert.Null(FinancialStatement.Of([Books.Second], Books.Agreement, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)));
        Assert.Single(FinancialStatement.Of([Books.Second, Books.First], Books.Agreement, new(2024, 1, 1), new(2024, 12, 31))!.Periods);
    }

    /// <summary>Entered before the agreement's last day was moved forward: there is no later report that could tell it.</summary>
    [Fact]
    public void What_runs_on_beyond_the_agreement_is_in_its_last_report()
    {
        GrantAgreement shorter = Books.Agreement with { End = new DateOnly(2025, 6, 30) };
        FinancialStatement last = FinancialStatement.Of([Books.Second, Books.First], shorter, Start, shorter.End)!;
        Assert.Equal((2, 220.5m), (last.Periods.Count, last.Lines.Sum(line => line.Spent)));
        Assert.Single(FinancialStatement.Of([Books.Second, Books.First], shorter, Start, new DateOnly(2025, 3, 31))!.Periods);
    }

    private static FinancialStatement? Of(params FinancialPeriod[] book) => FinancialStatement.Of(book, Books.Agreement, Start, End);
}
