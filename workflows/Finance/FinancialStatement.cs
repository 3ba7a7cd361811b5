using System.Text.Json.Serialization;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.Finance;

/// <summary>The accounts of a grant as a donor report shows them: the period's lines, and the grant to date. Pure.</summary>
/// <param name="Lines">Of the financial periods that end in the report's, component by component.</param>
/// <param name="ToDate">The same from the beginning of the grant.</param>
/// <param name="Periods">Totals of each financial period to date, oldest first: what IATI publishes.</param>
/// <param name="Limit">The <see cref="VarianceLimit"/>, in percent.</param>
public sealed record FinancialStatement(
    string Currency,
    IReadOnlyList<FinancialLine> Lines,
    IReadOnlyList<FinancialLine> ToDate,
    IReadOnlyList<FinancialSum> Periods,
    decimal Limit
)
{
    /// <summary>What prevents a signature: unexplained variances over the limit, and balances that do not follow from the previous
    /// ones.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Open =>
        [
            .. Lines.Where(line => VarianceLimit.IsUnexplained(line, Limit)).Select(line => $"{line.Component}: variance"),
            .. Unbalanced(Periods).Select(period => $"{period}: balance"),
        ];

    /// <returns>Null where no financial period of the agreement has ended by then.</returns>
    public static FinancialStatement? Of(IEnumerable<FinancialPeriod> book, GrantAgreement agreement, DateOnly start, DateOnly end)
    {
        FinancialPeriod[] sofar = [.. book.Where(one => Ends(one) <= end).OrderBy(one => one.Start)];
        return sofar.Length == 0
            ? null
            : new FinancialStatement(
                sofar[0].Currency,
                Added(sofar.Where(one => Ends(one) >= start)),
                Added(sofar),
                [.. sofar.Select(FinancialSum.Of)],
                VarianceLimit.Of(agreement)
            );

        // what was entered beyond the agreement's last day, which may have been moved since, belongs to its last report
        DateOnly Ends(FinancialPeriod period) => period.End < agreement.End ? period.End : agreement.End;
    }

    /// <summary>Periods whose balance is not that of the one before, with what came and without what went.</summary>
    public static IReadOnlyList<PeriodKey> Unbalanced(IEnumerable<FinancialSum> periods)
    {
        decimal inHand = 0;
        var wrong = new List<PeriodKey>();
        foreach (FinancialSum period in periods)
        {
            if (period.Balance != inHand + period.Received - period.Spent)
            {
                wrong.Add(PeriodKey.Of(period.Start, period.End));
            }

            inHand = period.Balance;
        }

        return wrong;
    }

    private static FinancialLine[] Added(IEnumerable<FinancialPeriod> periods) =>
        [
            .. periods
                .SelectMany(period => period.Lines)
                .GroupBy(line => line.Component, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => new FinancialLine(
                    same.Key,
                    same.Sum(line => line.Budget),
                    same.Any(line => line.Revised is not null) ? same.Sum(line => line.InForce) : null,
                    same.Sum(line => line.Received),
                    same.Sum(line => line.Spent),
                    string.Join(" ", same.Select(line => line.Explanation).Where(text => !string.IsNullOrWhiteSpace(text)))
                        is { Length: > 0 } why
                        ? why
                        : null
                )),
        ];
}

/// <param name="Revised">Null where nothing of it was revised.</param>
public sealed record FinancialSum(
    DateOnly Start,
    DateOnly End,
    decimal Budget,
    decimal? Revised,
    decimal Received,
    decimal Spent,
    decimal Balance
)
{
    public static FinancialSum Of(FinancialPeriod period) =>
        new(
            period.Start,
            period.End,
            period.Lines.Sum(line => line.Budget),
            period.Lines.Any(line => line.Revised is not null) ? period.Totals.Budget : null,
            period.Totals.Received,
            period.Totals.Spent,
            period.Totals.Balance
        );
}
