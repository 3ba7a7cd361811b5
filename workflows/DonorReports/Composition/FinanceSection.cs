using ACip.Workflows.Documents;
using ACip.Workflows.Finance;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>The financial annex, out of the grant's books: the period, and the grant to date.</summary>
internal static class FinanceSection
{
    public static IEnumerable<Block> Of(CompositionContext report)
    {
        if (report.Head.Finance is not { } books)
        {
            return [];
        }

        return
        [
            Lines(report, Texts.FinanceInPeriod(currency: books.Currency), books.Lines),
            Lines(report, Texts.FinanceToDate(currency: books.Currency), books.ToDate),
            new Paragraph(report.Say(Texts.FinanceBalance(currency: books.Currency, amount: report.Number(books.Periods[^1].Balance)))),
            .. books
                .Lines.Where(line => line.Explanation is not null)
                .Select(line => new Paragraph(
                    report.Pair(NameOf(line.Component, report.Language, report.Name), PrintableText.Short(line.Explanation, 500))
                )),
        ];
    }

    public static string NameOf(string component, Language language, Func<AdministrationId, string> administration) =>
        component switch
        {
            Components.Multilateral => Texts.FinanceMultilateral.In(language),
            Components.Management => Texts.FinanceManagement.In(language),
            _ => administration(new AdministrationId(component)),
        };

    private static Table Lines(CompositionContext report, Text caption, IReadOnlyList<FinancialLine> lines) =>
        new(
            report.Say(caption),
            [
                new Column(report.Say(Texts.FinanceComponent), 4),
                new Column(report.Say(Texts.FinanceBudget), 2, Number: true),
                new Column(report.Say(Texts.FinanceRevised), 2, Number: true),
                new Column(report.Say(Texts.FinanceReceived), 2, Number: true),
                new Column(report.Say(Texts.FinanceSpent), 2, Number: true),
                new Column(report.Say(Texts.FinanceVariance), 2, Number: true),
            ],
            [
                .. lines.Select(line => Row(report, NameOf(line.Component, report.Language, report.Name), line)),
                Row(report, report.Say(Texts.FinanceTotal), Sum(lines)),
            ]
        );

    private static FinancialLine Sum(IReadOnlyList<FinancialLine> lines) =>
        new(
            "",
            lines.Sum(line => line.Budget),
            lines.Any(line => line.Revised is not null) ? lines.Sum(line => line.InForce) : null,
            lines.Sum(line => line.Received),
            lines.Sum(line => line.Spent)
        );

    private static IReadOnlyList<Cell> Row(CompositionContext report, string name, FinancialLine line) =>
        [
            name,
            report.Amount(line.Budget),
            line.Revised is { } revised ? report.Amount(revised) : "",
            report.Amount(line.Received),
            report.Amount(line.Spent),
            new Cell(report.Percent(line.Variance), line.Variance),
        ];
}
