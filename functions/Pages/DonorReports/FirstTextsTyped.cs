using System.Collections.Immutable;
using ACip.Workflows.DonorReports.Snapshots;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>Texts that come first in a report, as they are chosen in a form: copied out of it, an empty line between each.</summary>
internal static class FirstTextsTyped
{
    private const string Between = "\n\n";

    public static string Write(IEnumerable<string> texts) => string.Join(Between, texts.Select(text => text.Trim()));

    /// <param name="inReport">All words of the report: a text may have empty lines of its own.</param>
    /// <param name="stands">What was chosen before, each by <see cref="Translation.KeyOf"/>.</param>
    /// <returns>By the same keys, with those that the form could not show, because the report does not have their words now. Who empties
    /// the form of what it showed leaves the order to the programme.</returns>
    public static IReadOnlyList<string> Read(string typed, IReadOnlyCollection<string> inReport, IReadOnlyList<string> stands)
    {
        Dictionary<string, string> known = inReport
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .GroupBy(text => string.Join(Between, Paragraphs(text)), Translation.KeyOf)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        HashSet<string> shown = [.. known.Values];
        string[] chosen = [.. Keys(Paragraphs(typed), known)];
        return chosen.Length == 0 && stands.Any(shown.Contains)
            ? []
            : [.. chosen.Concat(stands.Where(key => !shown.Contains(key))).Distinct()];
    }

    private static IEnumerable<string> Keys(ImmutableArray<string> paragraphs, Dictionary<string, string> known)
    {
        // beyond the longest text there is nothing to find, and each look costs
        int longest = known.Keys.Select(text => Paragraphs(text).Length).DefaultIfEmpty().Max();
        for (int at = 0; at < paragraphs.Length; )
        {
            int length = Math.Max(1, Math.Min(longest, paragraphs.Length - at));
            while (length > 1 && !known.ContainsKey(string.Join(Between, paragraphs.Slice(at, length))))
            {
                length--;
            }

            string text = string.Join(Between, paragraphs.Slice(at, length));
            yield return known.GetValueOrDefault(text) ?? Translation.KeyOf(text);
            at += length;
        }
    }

    private static ImmutableArray<string> Paragraphs(string typed) =>
        [
            .. typed
                .ReplaceLineEndings("\n")
                .Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(text => text.Length > 0),
        ];
}
