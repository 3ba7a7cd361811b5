using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Workbook;

/// <summary>Combines what two places in one mail say about an item; each may add what the other leaves out.</summary>
internal static class TextAndWorkbookMerge
{
    /// <returns>Null where they contradict each other.</returns>
    public static ReplyFigure? Of(ReplyFigure a, ReplyFigure b)
    {
        if (a.MissingReason is not null || b.MissingReason is not null)
        {
            return (a.MissingReason is null) == (b.MissingReason is null) ? a : null;
        }

        if (
            Differ(a.Value, b.Value)
            || Differ(a.Reached, b.Reached)
            || Differ(a.Date, b.Date)
            || Differ(a.Status, b.Status)
            || a.Groups.Any(group => b.Groups.TryGetValue(group.Key, out decimal other) && other != group.Value)
            || !GivenCounts.AgreeOn(a.Counts, b.Counts, out GivenCounts? counts)
        )
        {
            return null;
        }

        var groups = new SortedDictionary<string, decimal>(b.Groups.ToDictionary(), StringComparer.Ordinal);
        foreach ((string group, decimal value) in a.Groups)
        {
            groups[group] = value;
        }

        return a with
        {
            Value = a.Value ?? b.Value,
            Reached = a.Reached ?? b.Reached,
            Date = a.Date ?? b.Date,
            Status = a.Status ?? b.Status,
            Narrative = Both(a.Narrative, b.Narrative),
            Groups = groups,
            Counts = counts,
        };
    }

    /// <summary>Keeps both texts, unless one contains the other: words do not contradict each other.</summary>
    public static string? Both(string? a, string? b) =>
        a is null || b?.Contains(a.Trim(), StringComparison.OrdinalIgnoreCase) == true ? b
        : b is null || a.Contains(b.Trim(), StringComparison.OrdinalIgnoreCase) ? a
        : $"{a}\n\n{b}";

    private static bool Differ<T>(T? a, T? b)
        where T : struct => a is { } one && b is { } other && !EqualityComparer<T>.Default.Equals(one, other);
}
