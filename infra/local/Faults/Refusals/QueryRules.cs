using System.Text.RegularExpressions;

namespace ACip.Local.Faults.Refusals;

/// <summary>How much a query may ask at once.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities, "Supported comparison operators".</remarks>
internal static partial class QueryRules
{
    private const int MaxComparisons = 15;

    private const string Filter = "$filter=";

    /// <param name="target">As it was sent.</param>
    public static Refusal? Check(string target)
    {
        int at = target.IndexOf(Filter, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        string filter = Uri.UnescapeDataString(target[(at + Filter.Length)..].Split('&')[0].Replace('+', ' '));
        return Comparison().Count(Quoted().Replace(filter, "''")) > MaxComparisons ? Refusal.InvalidInput : null;
    }

    [GeneratedRegex("'([^']|'')*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(eq|ne|gt|ge|lt|le)\b")]
    private static partial Regex Comparison();
}
