using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Finance;

/// <summary>What is wrong with a financial period, before it is written. Pure.</summary>
public static class FinancialPeriodEntryRules
{
    private const decimal MostMoney = 1_000_000_000_000;

    /// <param name="others">The agreement's other periods.</param>
    /// <param name="stands">What it replaces; null for nothing. What it has lines of may be kept, also where an administration was taken
    /// out of the agreement since.</param>
    public static IReadOnlyList<RegisterProblem> In(
        FinancialPeriod period,
        ProgrammeRegister register,
        IReadOnlyList<FinancialPeriod> others,
        FinancialPeriod? stands = null
    )
    {
        if (!register.Agreements.TryGetValue(period.Agreement, out GrantAgreement? agreement))
        {
            return [new("agreement", "no-such-agreement", $"No agreement is registered as {period.Agreement}.")];
        }

        return
        [
            .. Days(period, agreement, others),
            .. Money(period, others),
            .. Lines(period, Components.Of(agreement, stands)),
            .. Totals(period),
        ];
    }

    private static IEnumerable<RegisterProblem> Days(
        FinancialPeriod period,
        GrantAgreement agreement,
        IReadOnlyList<FinancialPeriod> others
    )
    {
        if (!DayBounds.Holds(period.Start) || !DayBounds.Holds(period.End))
        {
            yield return new("start", "day-out-of-range", "Give a day between 1900 and 2199.");
        }
        else if (period.End < period.Start)
        {
            yield return new("end", "ends-before-start", "The period ends before it begins.");
        }
        else if (period.Start < agreement.Start || period.End > agreement.End)
        {
            yield return new(
                period.Start < agreement.Start || period.Start > agreement.End ? "start" : "end",
                "outside-agreement",
                "The days must lie within the agreement."
            );
        }
        else if (others.FirstOrDefault(one => one.Start <= period.End && period.Start <= one.End) is { } other)
        {
            yield return new("start", "finance-overlap", $"Money of {other.Period} would be counted twice.");
        }
    }

    private static IEnumerable<RegisterProblem> Money(FinancialPeriod period, IReadOnlyList<FinancialPeriod> others)
    {
        if (period.Currency is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            yield return new("currency", "allocation-currency", "The currency is an ISO 4217 code, such as NOK.");
        }
        else if (others.FirstOrDefault(one => one.Currency != period.Currency) is { } other)
        {
            yield return new("currency", "finance-currency", $"The agreement's books are kept in {other.Currency}.");
        }
    }

    private static IEnumerable<RegisterProblem> Lines(FinancialPeriod period, IReadOnlyList<string> known)
    {
        if (period.Lines.Count == 0)
        {
            yield return new("lines", "empty", "This must not be empty.");
        }

        for (int at = 0; at < period.Lines.Count; at++)
        {
            FinancialLine line = period.Lines[at];
            string path = string.Create(CultureInfo.InvariantCulture, $"lines/{at}");
            if (!known.Contains(line.Component))
            {
                yield return new($"{path}/component", "finance-component", $"Components are {string.Join(", ", known)}.");
            }

            if (period.Lines.Take(at).Any(one => one.Component == line.Component))
            {
                yield return new($"{path}/component", "code-twice", "The code stands there twice.");
            }

            if (line.Budget < 0 || line.Revised < 0)
            {
                yield return new($"{path}/budget", "finance-negative", "A budget is not below 0.");
            }

            if (new[] { line.Budget, line.Revised ?? 0, line.Received, line.Spent }.Any(amount => Math.Abs(amount) > MostMoney))
            {
                yield return new(path, "number-too-large", "The amount is larger than any grant.");
            }

            if (TextBounds.IsLonger(line.Explanation ?? "", TextBounds.Reason))
            {
                yield return new($"{path}/explanation", TextBounds.Rule, "The explanation is too long.");
            }
        }
    }

    private static IEnumerable<RegisterProblem> Totals(FinancialPeriod period) =>
        new[]
        {
            Differs("budget", period.Totals.Budget, period.Lines.Sum(line => line.InForce)),
            Differs("received", period.Totals.Received, period.Lines.Sum(line => line.Received)),
            Differs("spent", period.Totals.Spent, period.Lines.Sum(line => line.Spent)),
        }.OfType<RegisterProblem>();

    private static RegisterProblem? Differs(string which, decimal stated, decimal added) =>
        stated == added
            ? null
            : new RegisterProblem(
                $"totals/{which}",
                "finance-total",
                string.Create(CultureInfo.InvariantCulture, $"The ledger states {stated}; the lines make {added}.")
            );
}
