using System.Globalization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Documents;

/// <summary>Reads dates from cells: stored as a number of days, or written with the year first.</summary>
internal static class CellDate
{
    private const int From1900To1904 = 1462;
    private const int FirstReliable = 61; // 1 March 1900: before, spreadsheets believe in 29 February 1900
    private const int Last = 2_958_465; // 31 December 9999

    private static readonly DateOnly Zero = new(1899, 12, 30);

    public static DateOnly? Read(RawCell cell, bool countsFrom1904)
    {
        if (cell.HasFormula)
        {
            return null;
        }

        switch (cell.Kind)
        {
            case RawKind.Number when CellNumber.Exact(cell) is { } serial:
                decimal days = serial + (countsFrom1904 ? From1900To1904 : 0);
                return days is >= FirstReliable and <= Last ? Zero.AddDays((int)days) : null;
            case RawKind.Text or RawKind.Date:
                string day = TypedDigits.Plain(cell.Text).Trim();
                return DateOnly.TryParseExact(
                    day.Length > 10 && day[10] == 'T' ? day[..10] : day,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateOnly read
                )
                    ? read
                    : null;
            default:
                return null;
        }
    }
}
