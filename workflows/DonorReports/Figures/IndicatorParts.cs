using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>One indicator's figure by region and by group, without cells that would tell about too few contributors.</summary>
/// <param name="contributions">Of all administrations that are linked to it.</param>
/// <param name="given">Those of them that have values.</param>
/// <param name="changed">Whose values differ from those in the version that this one replaces.</param>
internal sealed class IndicatorParts(
    FrameworkIndicator indicator,
    IReadOnlyCollection<Contribution> contributions,
    Contribution[] given,
    int minimum,
    HashSet<string> changed
)
{
    private readonly CellAggregation aggregation = new(indicator);

    public List<GroupFigure> ByRegion()
    {
        List<string> regions = [.. contributions.Select(one => one.Region).Distinct().Order(StringComparer.Ordinal)];
        List<Contribution[]> regionCells = [.. regions.Select(region => given.Where(one => one.Region == region).ToArray())];
        IReadOnlyList<bool> hidden = Hidden(regionCells, makeUpTheTotal: true);
        return
        [
            .. regions.Select(
                (region, cell) =>
                {
                    int linked = contributions.Count(one => one.Region == region);
                    return new GroupFigure(
                        region,
                        hidden[cell]
                            ? new Figure(FigureState.Suppressed, null, regionCells[cell].Length, linked)
                            : aggregation.Together(regionCells[cell].Select(aggregation.Whole), minimum: 0, linked)
                    );
                }
            ),
        ];
    }

    public List<Breakdown> Breakdowns()
    {
        bool addsUp = CellAggregation.AddsUp(indicator);
        List<Breakdown> breakdowns = [];
        foreach (
            IGrouping<string, string> dimension in given
                .SelectMany(one => one.Groups.Keys)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .GroupBy(DimensionOf)
        )
        {
            List<(string Group, Share[] Parts)> groups =
            [
                .. dimension.Select(key =>
                    (
                        GroupOf(key),
                        given
                            .Where(one => one.Groups.ContainsKey(key))
                            .Select(one => new Share(one, one.Group(key, indicator), one.GroupCounts(key)))
                            .ToArray()
                    )
                ),
            ];
            if (addsUp)
            {
                Share[] rest =
                [
                    .. given
                        .Select(one => new Share(one, one.Value(indicator) - dimension.Sum(key => one.Group(key, indicator)), null))
                        .Where(part => part.Value != 0),
                ];
                groups.Add(("", rest));
            }

            IReadOnlyList<bool> hidden = Hidden(
                [.. groups.Select(cell => cell.Parts.Select(part => part.By).ToArray())],
                // the counts of groups can be taken from those of the total
                addsUp || groups.Any(cell => cell.Parts.Any(part => part.Counts is not null))
            );
            breakdowns.Add(
                new Breakdown(
                    dimension.Key,
                    [
                        .. groups
                            .Select(
                                (cell, place) =>
                                    new GroupFigure(
                                        cell.Group,
                                        hidden[place]
                                            ? new Figure(FigureState.Suppressed, null, cell.Parts.Length, contributions.Count)
                                            : aggregation.Together(cell.Parts, minimum: 0, contributions.Count)
                                    )
                            )
                            .Where(group => group.Group.Length > 0 || group.Figure.Reported > 0),
                    ]
                )
            );
        }

        return breakdowns;
    }

    /// <summary>Cells that tell about too few; and all of them, where one differs from the version before by what too few gave.</summary>
    private IReadOnlyList<bool> Hidden(IReadOnlyList<Contribution[]> cells, bool makeUpTheTotal) =>
        cells.Any(cell => Suppression.IsTooSmall(cell.Count(one => changed.Contains(one.Administration.Value)), minimum))
            ? [.. cells.Select(cell => cell.Length > 0)]
            : Suppression.Of(cells, minimum, makeUpTheTotal);

    private static string DimensionOf(string key) => key.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? key[..colon] : "";

    /// <summary>A group that is of no dimension of the plan any more has no colon.</summary>
    private static string GroupOf(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
