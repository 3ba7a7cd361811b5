using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Finance;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Iati;

/// <summary>Budgets and transactions of a grant: one budget and at most two transactions per financial period. A period longer than the
/// year that IATI allows for a budget has transactions only.</summary>
internal static class IatiFinance
{
    private const string Original = "1",
        Revised = "2",
        Committed = "2",
        IncomingFunds = "1",
        Expenditure = "4";

    public static void Write(MarkupText xml, SnapshotHead head, Language language)
    {
        if (head.Finance is not { } books)
        {
            return;
        }

        foreach (FinancialSum period in books.Periods.Where(one => one.End < one.Start.AddYears(1)))
        {
            Budget(xml, Original, period, period.Budget, books.Currency);
            if (period.Revised is { } revised)
            {
                Budget(xml, Revised, period, revised, books.Currency);
            }
        }

        foreach (FinancialSum period in books.Periods)
        {
            Transaction(xml, head, IncomingFunds, period, period.Received, language);
            Transaction(xml, head, Expenditure, period, period.Spent, language);
        }
    }

    private static void Budget(MarkupText xml, string type, FinancialSum period, decimal amount, string currency) =>
        xml.Raw($"\n<budget type=\"{type}\" status=\"{Committed}\">")
            .Raw($"<period-start iso-date=\"{Writing.Iso(period.Start)}\"/><period-end iso-date=\"{Writing.Iso(period.End)}\"/>")
            .Raw("<value currency=\"")
            .Text(currency)
            .Raw($"\" value-date=\"{Writing.Iso(period.Start)}\">{Writing.Plain(amount)}</value></budget>");

    private static void Transaction(MarkupText xml, SnapshotHead head, string type, FinancialSum period, decimal amount, Language language)
    {
        if (amount == 0)
        {
            return;
        }

        string day = Writing.Iso(period.End);
        xml.Raw($"\n<transaction><transaction-type code=\"{type}\"/><transaction-date iso-date=\"{day}\"/><value currency=\"")
            .Text(head.Finance!.Currency)
            .Raw($"\" value-date=\"{day}\">{Writing.Plain(amount)}</value><description>");
        IatiRendering.Narrative(
            xml,
            $"{(type == IncomingFunds ? Texts.FinanceReceived : Texts.FinanceSpent).In(language)}: {Writing.Iso(period.Start)} – {day}",
            language
        );
        xml.Raw("</description>");
        if (type == IncomingFunds && !string.IsNullOrWhiteSpace(head.Donor.IatiReference))
        {
            xml.Raw("<provider-org ref=\"").Text(head.Donor.IatiReference.Trim()).Raw("\">");
            IatiRendering.Narrative(xml, head.Donor.Name, null);
            xml.Raw("</provider-org>");
        }

        xml.Raw("</transaction>");
    }
}
