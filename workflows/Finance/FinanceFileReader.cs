using System.Globalization;
using ACip.Workflows.Documents;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Registers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Finance;

/// <summary>Reads financial periods from a ledger's file: one line per component and, for each period, a line TOTAL that the others must
/// add up to. Pure.</summary>
internal static class FinanceFileReader
{
    public const string Total = "TOTAL";

    private static readonly string[] Columns = ["period_start", "period_end", "component", "currency", "budget", "received", "spent"];
    private static readonly string[] Optional = ["revised", "balance", "explanation"];

    /// <param name="file">CSV, or a workbook whose first sheet is read.</param>
    public static RegisterRead<FiledPeriod> Read(AgreementId agreement, byte[] file)
    {
        byte[] csv = file;
        if (SheetCsv.IsWorkbook(file))
        {
            if (SheetCsv.FirstSheet(file) is not { } text)
            {
                return new RegisterRead<FiledPeriod>([], [new LineError(1, "", "not-a-workbook", Texts.NotAWorkbook)]);
            }

            csv = text;
        }

        using var content = new MemoryStream(csv, writable: false);
        RegisterRead<Line> read = RegisterFile.Read(content, Columns, Optional, LineOf);
        if (!read.IsSound)
        {
            return new RegisterRead<FiledPeriod>([], read.Errors) { Forgiven = read.Forgiven };
        }

        var errors = new List<LineError>();
        FiledPeriod[] periods =
        [
            .. read
                .Rows.GroupBy(line => (line.Start, line.End))
                .Select(same => PeriodOf(agreement, [.. same], errors))
                .OfType<FiledPeriod>(),
        ];
        return new RegisterRead<FiledPeriod>(errors.Count == 0 ? periods : [], errors) { Forgiven = read.Forgiven };
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

    private static FiledPeriod? PeriodOf(AgreementId agreement, Line[] lines, List<LineError> errors)
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

        Line[] parts = [.. lines.Where(line => !line.IsTotal)];
        Hold("budget", total.Amounts.InForce, parts.Sum(line => line.Amounts.InForce));
        Hold("received", total.Amounts.Received, parts.Sum(line => line.Amounts.Received));
        Hold("spent", total.Amounts.Spent, parts.Sum(line => line.Amounts.Spent));
        return new FiledPeriod(
            new FinancialPeriod(
                agreement,
                total.Start,
                total.End,
                total.Currency,
                [.. parts.Select(line => line.Amounts)],
                new FinancialTotals(total.Amounts.InForce, total.Amounts.Received, total.Amounts.Spent, balance)
            ),
            total.Number,
            [.. parts.Select(line => line.Number)]
        );

        void Hold(string column, decimal stated, decimal made)
        {
            if (stated != made)
            {
                errors.Add(new LineError(total.Number, column, "finance-total-line", Texts.TotalIsNotThat(stated: stated, made: made)));
            }
        }
    }

    private sealed record Line(int Number, DateOnly Start, DateOnly End, string Currency, FinancialLine Amounts, decimal? Balance)
    {
        public bool IsTotal => string.Equals(Amounts.Component, Total, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A financial period, and where it stands in the file.</summary>
/// <param name="Total">Line of its total.</param>
/// <param name="Lines">Those of its components, in their order.</param>
internal sealed record FiledPeriod(FinancialPeriod Period, int Total, IReadOnlyList<int> Lines)
{
    private const string OfALine = "lines/";

    /// <summary>What is wrong with it, where it stands in the file.</summary>
    public LineError Where(RegisterProblem problem)
    {
        string[] path = problem.Path.Split('/');
        int line =
            problem.Path.StartsWith(OfALine, StringComparison.Ordinal)
            && int.TryParse(path[1], NumberStyles.None, CultureInfo.InvariantCulture, out int at)
            && at < Lines.Count
                ? Lines[at]
                : Total;
        string column = path[^1] switch
        {
            "start" => "period_start",
            "end" => "period_end",
            "lines" => "component",
            var one => one,
        };
        return new LineError(line, column, problem.Rule, Text.Same(problem.Why));
    }
}
