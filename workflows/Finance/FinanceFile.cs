using ACip.Workflows.Documents;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Registers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Finance;

/// <summary>Financial periods out of a file as ledgers give it: a line a component, and for each period a line TOTAL, which states what the
/// others must make. Pure.</summary>
internal static class FinanceFile
{
    public const string Total = "TOTAL";

    private static readonly string[] Columns = ["period_start", "period_end", "component", "currency", "budget", "received", "spent"];
    private static readonly string[] Optional = ["revised", "balance", "explanation"];

    /// <param name="file">CSV, or a workbook whose first sheet is read.</param>
    public static RegisterRead<FinancialPeriod> Read(AgreementId agreement, byte[] file)
    {
        byte[] csv = file;
        if (SheetText.IsWorkbook(file))
        {
            if (SheetText.FirstSheet(file) is not { } text)
            {
                return new RegisterRead<FinancialPeriod>([], [new LineError(1, "", "not-a-workbook", Texts.NotAWorkbook)]);
            }

            csv = text;
        }

        using var content = new MemoryStream(csv, writable: false);
        RegisterRead<Line> read = RegisterFile.Read(content, Columns, Optional, LineOf);
        if (!read.IsSound)
        {
            return new RegisterRead<FinancialPeriod>([], read.Errors) { Forgiven = read.Forgiven };
        }

        var errors = new List<LineError>();
        FinancialPeriod[] periods =
        [
            .. read
                .Rows.GroupBy(line => (line.Start, line.End))
                .Select(same => PeriodOf(agreement, [.. same], errors))
                .OfType<FinancialPeriod>(),
        ];
        return new RegisterRead<FinancialPeriod>(errors.Count == 0 ? periods : [], errors) { Forgiven = read.Forgiven };
    }

    private static Line? LineOf(RegisterLine line)
    {
        DateOnly start = line.Day("period_start", (DayBounds.First, DayBounds.Last)),
            end = line.Day("period_end", (DayBounds.First, DayBounds.Last));
        string component = line.Text("component");
        var read = new Line(
            line.Number,
            start,
            end,
            line.Text("currency", 3).ToUpperInvariant(),
            new FinancialLine(
                component.Length == 2 ? component.ToUpperInvariant() : component.ToLowerInvariant(),
                line.Decimal("budget"),
                line.DecimalOrNothing("revised"),
                line.Decimal("received"),
                line.Decimal("spent"),
                line.TextOrNothing("explanation")
            ),
            line.DecimalOrNothing("balance")
        );
        return line.IsSound ? read : null;
    }

    private static FinancialPeriod? PeriodOf(AgreementId agreement, Line[] lines, List<LineError> errors)
    {
        Line[] totals = [.. lines.Where(line => line.IsTotal)];
        if (totals is not [{ Balance: { } balance } total])
        {
            errors.Add(new LineError(lines[^1].Number, "component", "finance-no-total", Texts.OneTotalWithBalance));
            return null;
        }

        if (lines.FirstOrDefault(line => line.Currency != total.Currency) is { } other)
        {
            errors.Add(new LineError(other.Number, "currency", "finance-currency", Texts.OneCurrency));
            return null;
        }

        return new FinancialPeriod(
            agreement,
            total.Start,
            total.End,
            total.Currency,
            [.. lines.Where(line => !line.IsTotal).Select(line => line.Amounts)],
            new FinancialTotals(total.Amounts.InForce, total.Amounts.Received, total.Amounts.Spent, balance)
        );
    }

    private sealed record Line(int Number, DateOnly Start, DateOnly End, string Currency, FinancialLine Amounts, decimal? Balance)
    {
        public bool IsTotal => string.Equals(Amounts.Component, Total, StringComparison.OrdinalIgnoreCase);
    }
}
