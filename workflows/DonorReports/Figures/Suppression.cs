namespace ACip.Workflows.DonorReports.Figures;

/// <summary>Decides which cells of a table can be published, so that neither a cell nor a difference between a total and its parts tells
/// about fewer contributors than the minimum.</summary>
/// <remarks>The cells add up to their total. Subtracting the published ones leaves the sum of the hidden ones, so the hidden ones together
/// must have enough contributors too: the smallest of the others are hidden with them until they do (complementary suppression).</remarks>
public static class Suppression
{
    /// <param name="cells">The contributors of each cell; cells may share contributors, and together have those of the total.</param>
    /// <param name="minimum">Fewest contributors that may be told about; 0 or 1 hides nothing.</param>
    /// <param name="makeUpTheTotal">False for cells that cannot be taken from a total, such as the means of women and of men.</param>
    /// <returns>Whether to hide each cell. A cell without contributors is empty, not hidden.</returns>
    public static IReadOnlyList<bool> Of<T>(IReadOnlyList<IReadOnlyCollection<T>> cells, int minimum, bool makeUpTheTotal = true)
    {
        bool[] hidden = [.. cells.Select(cell => IsTooSmall(cell.Count, minimum))];
        if (!makeUpTheTotal)
        {
            return hidden;
        }

        var behind = new HashSet<T>(cells.Where((_, cell) => hidden[cell]).SelectMany(contributors => contributors));
        while (IsTooSmall(behind.Count, minimum))
        {
            int next = SmallestShown(cells, hidden);
            if (next < 0)
            {
                break;
            }

            hidden[next] = true;
            behind.UnionWith(cells[next]);
        }

        return hidden;
    }

    public static bool IsTooSmall(int contributors, int minimum) => contributors > 0 && contributors < minimum;

    private static int SmallestShown<T>(IReadOnlyList<IReadOnlyCollection<T>> cells, bool[] hidden)
    {
        int smallest = -1;
        for (int cell = 0; cell < hidden.Length; cell++)
        {
            if (!hidden[cell] && cells[cell].Count > 0 && (smallest < 0 || cells[cell].Count < cells[smallest].Count))
            {
                smallest = cell;
            }
        }

        return smallest;
    }
}
