using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Finance;

namespace ACip.Workflows.DonorReports.Annex;

/// <summary>The grant's accounts as a sheet: the lines of the period and of the grant to date.</summary>
internal static class FinanceTable
{
    public static AnnexTable Of(SnapshotHead head, FinancialStatement books) =>
        new(
            Texts.Finance,
            [
                new("span", Texts.Period, 22),
                new("component", Texts.FinanceComponent, 18),
                new("currency", Texts.FinanceCurrency, 10),
                new("budget", Texts.FinanceBudget, 16),
                new("revised", Texts.FinanceRevised, 16),
                new("received", Texts.FinanceReceived, 16),
                new("spent", Texts.FinanceSpent, 16),
                new("variance_percent", Texts.FinanceVariance, 12),
                new("explanation", Texts.Reason, 50),
            ],
            [
                .. books.Lines.Select(line => Row($"{Writing.Iso(head.Period.Start)}/{Writing.Iso(head.Period.End)}", books, line)),
                .. books.ToDate.Select(line => Row($"{Writing.Iso(head.Agreement.Start)}/{Writing.Iso(head.Period.End)}", books, line)),
            ]
        );

    private static AnnexValue[] Row(string span, FinancialStatement books, FinancialLine line) =>
        [span, line.Component, books.Currency, line.Budget, line.Revised, line.Received, line.Spent, line.Variance, line.Explanation];
}
