using System.Globalization;
using ACip.Workflows.DonorReports.Snapshots;

namespace ACip.Workflows.DonorReports.Figures;

/// <param name="Id">As in report.json, such as <c>1111.1/total</c>.</param>
/// <param name="Before">Null where the earlier set has no such figure.</param>
public sealed record FigureChange(string Id, Figure? Before, Figure? Now);

/// <summary>The figures that differ between two sets, as a reader sees them.</summary>
public static class FigureChanges
{
    private const int MostNamed = 20;

    public static IReadOnlyList<FigureChange> Between(FigureSet before, FigureSet now)
    {
        Dictionary<string, Figure> old = Flat(before).ToDictionary(one => one.Id, one => one.Figure);
        var changes = new List<FigureChange>();
        foreach ((string id, Figure figure) in Flat(now))
        {
            old.Remove(id, out Figure? was);
            if (was != figure)
            {
                changes.Add(new FigureChange(id, was, figure));
            }
        }

        changes.AddRange(
            old.OrderBy(left => left.Key, StringComparer.Ordinal).Select(left => new FigureChange(left.Key, left.Value, null))
        );
        return changes;
    }

    /// <summary>In English, for the change note. Values that are not published are not mentioned here either.</summary>
    public static string Describe(IReadOnlyList<FigureChange> changes)
    {
        string named = string.Join(
            "; ",
            changes.Take(MostNamed).Select(change => $"{change.Id} {Text(change.Before)} → {Text(change.Now)}")
        );
        return changes.Count > MostNamed
            ? string.Create(CultureInfo.InvariantCulture, $"{named}; and {changes.Count - MostNamed} more")
            : named;
    }

    private static IEnumerable<(string Id, Figure Figure)> Flat(FigureSet set) =>
        set.Indicators.SelectMany(one =>
            (IEnumerable<(string, Figure)>)
                [
                    ($"{one.Indicator.Code}/total", one.Total),
                    .. one.ByRegion.Select(region => ($"{one.Indicator.Code}/region:{region.Group}", region.Figure)),
                    .. one.Breakdowns.SelectMany(breakdown =>
                        breakdown.Groups.Select(group => ($"{one.Indicator.Code}/{breakdown.Dimension}:{group.Group}", group.Figure))
                    ),
                ]
        );

    private static string Text(Figure? figure) =>
        figure switch
        {
            null => "(none)",
            { State: FigureState.Shown, Value: { } value } => SnapshotJson.Canonical(value).ToString(CultureInfo.InvariantCulture),
            _ => figure.State.ToString(),
        };
}
