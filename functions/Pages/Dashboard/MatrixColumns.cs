using System.Globalization;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>A column of the matrix: a calendar quarter, holding the periods that end in it. Own calendars thus find their place
/// too.</summary>
internal readonly record struct Quarter(int Year, int Number) : IComparable<Quarter>
{
    private static readonly Text[] Months = [Texts.JanMar, Texts.AprJun, Texts.JulSep, Texts.OctDec];

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    public Text Label => Texts.NumberYear(number: Months[Number - 1], year: Year);

    public int CompareTo(Quarter other) => ((Year * 4) + Number).CompareTo((other.Year * 4) + other.Number);

    public override string ToString() => $"{Year:D4}Q{Number}";

    public static Quarter? Parse(string? text) =>
        text is { Length: 6 }
        && text[4] == 'Q'
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.Integer, CultureInfo.InvariantCulture, out int year)
        && text[5] is >= '1' and <= '4'
            ? new Quarter(year, text[5] - '0')
            : null;
}

/// <summary>Which quarters the matrix shows: a phone and a weak link bear eight.</summary>
/// <param name="Earlier">Last quarter of the page before; null on the first.</param>
/// <param name="Later">Likewise.</param>
internal sealed record MatrixColumns(IReadOnlyList<Quarter> Shown, Quarter? Earlier, Quarter? Later)
{
    private const int Most = 8;

    /// <param name="until">The last to show; null: the quarter of today.</param>
    public static MatrixColumns Of(ProgrammeOverview overview, Quarter? until)
    {
        Quarter[] all =
        [
            .. overview
                .Administrations.SelectMany(row => row.Plans)
                .SelectMany(plan => plan.Reports)
                .Select(report => Quarter.Of(report.End))
                .Distinct()
                .Order(),
        ];
        Quarter last = until ?? Quarter.Of(DateOnly.FromDateTime(overview.AsOf.UtcDateTime));
        int end = Math.Clamp(all.Count(quarter => quarter.CompareTo(last) <= 0), Math.Min(4, all.Length), all.Length);
        int start = Math.Max(0, end - Most);
        return new MatrixColumns(
            all[start..end],
            start > 0 ? all[start - 1] : null,
            end < all.Length ? all[Math.Min(all.Length, end + Most) - 1] : null
        );
    }
}
