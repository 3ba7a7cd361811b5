using System.Globalization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Documents;

/// <summary>Reads numbers from cells: those stored as numbers, and those typed as text if only one reading is possible.</summary>
internal static class CellNumber
{
    private const decimal Most = 1_000_000_000_000_000_000m;

    /// <returns>The number, or the rule why it is none.</returns>
    public static (decimal? Value, string? Rule) Read(RawCell cell, CellKind kind)
    {
        var (value, rule) = cell.Kind switch
        {
            RawKind.Number when cell.Shown == ShownAs.Unclear => (null, WorkbookProblems.Ambiguous),
            RawKind.Number when cell.Shown == ShownAs.Date => (null, WorkbookProblems.NotANumber),
            RawKind.Number => Exact(cell) is { } stored ? (Scaled(stored, cell, kind), null) : (null, WorkbookProblems.NotANumber),
            RawKind.Text => FromText(cell.Text, kind),
            _ => ((decimal?)null, WorkbookProblems.NotANumber),
        };
        return rule is not null ? (null, rule)
            : value is null ? (null, WorkbookProblems.PercentSign)
            : value is < 0 or >= Most || (kind == CellKind.Percentage && value > 100) ? (null, WorkbookProblems.OutOfRange)
            : (value, null);
    }

    /// <summary>As stored. A double written with 17 digits is the number of 15 digits that was typed.</summary>
    public static decimal? Exact(RawCell cell)
    {
        if (cell.HasFormula || cell.Kind is not (RawKind.Number or RawKind.Text))
        {
            return null;
        }

        bool isPlain = cell.Text.Length <= 16 || cell.Kind == RawKind.Text;
        if (
            isPlain
            && decimal.TryParse(
                cell.Text,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out decimal plain
            )
        )
        {
            return plain;
        }

        return
            cell.Kind == RawKind.Number
            && double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double stored)
            && Math.Abs(stored) < 1e18
            ? (decimal)stored
            : null;
    }

    private static decimal? Scaled(decimal stored, RawCell cell, CellKind kind) =>
        cell.Shown != ShownAs.Percent ? stored
        : kind == CellKind.Percentage ? stored * 100
        : null;

    private static (decimal? Value, string? Rule) FromText(string text, CellKind kind)
    {
        string digits = TypedDigits.Plain(text).Trim();
        if (digits.EndsWith('%'))
        {
            if (kind != CellKind.Percentage)
            {
                return (null, WorkbookProblems.PercentSign);
            }

            digits = digits[..^1].TrimEnd();
        }

        int marks = digits.Count(letter => letter is '.' or ',');
        if (
            digits.Length is 0 or > 30
            || !digits.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',')
            || !char.IsAsciiDigit(digits[0])
            || !char.IsAsciiDigit(digits[^1])
        )
        {
            return (null, WorkbookProblems.NotANumber);
        }

        // 1,234 and 1.234 may be a thousand and something, or one and something
        int mark = digits.AsSpan().IndexOfAny('.', ',');
        if (marks > 1 || (mark >= 0 && digits.Length - mark == 4 && mark <= 3 && digits[..mark] != "0"))
        {
            return (null, WorkbookProblems.Ambiguous);
        }

        return decimal.TryParse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? (value, null)
            : (null, WorkbookProblems.OutOfRange);
    }
}
