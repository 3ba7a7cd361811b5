namespace ACip.Workflows.Surveys.Statistics;

/// <summary>A cell in a table with totals, such as a group with its strata below it.</summary>
/// <param name="Tells">True: it tells each one's answer whatever their number, because all said the same.</param>
public sealed record TableCell(string Id, long N, IReadOnlyList<TableCell> Parts, bool Tells = false)
{
    public static TableCell Leaf(string id, long n, bool tells = false) => new(id, n, [], tells);

    public IEnumerable<TableCell> All() => Parts.SelectMany(part => part.All()).Prepend(this);
}

/// <summary>Determines which cells must be hidden: those with few respondents, and others so that no difference of published cells reveals
/// them.</summary>
/// <remarks>Primary and complementary suppression: Hundepool et al. (2012), Statistical Disclosure Control, Wiley, chapter 4; Willenborg
/// and de Waal (2001), Elements of Statistical Disclosure Control, chapter 8. The cells hidden below a published total must be at least
/// two and have at least the minimum together; if no more can be hidden beside a cell, the total is hidden too. A hidden cell hides
/// everything within it.</remarks>
public static class CellSuppression
{
    /// <summary>A figure with fewer respondents would reveal individuals.</summary>
    public const int FewestRespondents = 10;

    /// <returns>Ids of the cells that are not shown. A cell that nobody is in is shown as such.</returns>
    public static IReadOnlySet<string> Hidden(TableCell root)
    {
        HashSet<string> hidden =
        [
            .. root.All()
                .Where(cell => cell.N > 0 && (cell.N < FewestRespondents || cell.Tells))
                .SelectMany(cell => cell.All())
                .Select(cell => cell.Id),
        ];
        while (Spread(root, hidden)) { }

        return hidden;
    }

    private static bool Spread(TableCell cell, HashSet<string> hidden)
    {
        bool changed = false;
        TableCell[] within = [.. cell.Parts.Where(part => hidden.Contains(part.Id))];
        if (!hidden.Contains(cell.Id) && (within.Length == 1 || (within.Length > 1 && within.Sum(part => part.N) < FewestRespondents)))
        {
            // whatever is still shown has the minimum by itself, so that one more is enough
            TableCell? next = cell
                .Parts.Where(part => part.N > 0 && !hidden.Contains(part.Id))
                .OrderBy(part => part.N)
                .ThenBy(part => part.Id, StringComparer.Ordinal)
                .FirstOrDefault();
            Hide(next ?? cell, hidden);
            changed = true;
        }

        foreach (TableCell part in cell.Parts)
        {
            changed |= Spread(part, hidden);
        }

        return changed;
    }

    private static void Hide(TableCell cell, HashSet<string> hidden) => hidden.UnionWith(cell.All().Select(one => one.Id));
}
