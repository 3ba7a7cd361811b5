using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>A day at the beginning of words: "to 30 June 2026, no venue", "jusqu'au 15 mai : trop tôt".</summary>
internal static class LeadingDay
{
    private const int MostWords = 7;

    private static readonly string[] Leads = ReplyWords.All(words => words.DayLeads);

    private static readonly char[] Between = [' ', '\t', '\n', ':', '-', '–', '—', ',', '،', ';', '؛', '.', '(', ')'];

    /// <param name="after">Where a day without its year is read as the next one after this; null: it needs its year.</param>
    /// <param name="ambiguous">True: a day stands there that could be two.</param>
    /// <returns>The day, and what stands behind it; null and all of it where none stands there.</returns>
    public static (DateOnly? Day, string Behind) Read(string text, Language language, DateOnly? after, out bool ambiguous)
    {
        ambiguous = false;
        bool dayFirst = language.Entry.Decimal == ",";
        string from = WithoutLead(text);
        int[] ends = [.. Ends(from, MostWords)];
        for (int words = ends.Length; words > 0; words--)
        {
            string part = from[..ends[words - 1]].Trim(Between);
            if (DateReader.IsFiller(part[(part.LastIndexOf(' ') + 1)..]))
            {
                continue; // "15 May, the northern posts": that word belongs to what stands behind
            }

            DateOnly? day = DateReader.Read(part, dayFirst, out NotUnderstoodReason problem) ?? Next(part, dayFirst, after);
            if (day is not null)
            {
                return (day, from[ends[words - 1]..].Trim(Between));
            }

            ambiguous |= problem == NotUnderstoodReason.AmbiguousDate;
        }

        return (null, text);
    }

    private static DateOnly? Next(string part, bool dayFirst, DateOnly? after) =>
        after is { } from && !part.Any(c => c is '/' or '.')
            ? Enumerable
                .Range(from.Year, 2)
                .Select(year => DateReader.Read($"{part} {year}", dayFirst, out _))
                .FirstOrDefault(day => day > from)
            : null;

    /// <summary>Where each of the first words ends.</summary>
    private static IEnumerable<int> Ends(string text, int most)
    {
        int found = 0;
        for (int at = 1; at <= text.Length && found < most; at++)
        {
            bool here = at == text.Length || char.IsWhiteSpace(text[at]);
            if (here && !char.IsWhiteSpace(text[at - 1]))
            {
                found++;
                yield return at;
            }
        }
    }

    private static string WithoutLead(string text)
    {
        string folded = CleanText.Fold(text);
        string? lead = Leads
            .OrderByDescending(word => word.Length)
            .FirstOrDefault(word =>
                folded.StartsWith(word, StringComparison.Ordinal) && folded.Length > word.Length && folded[word.Length] == ' '
            );
        return lead is null || folded.Length != text.Length ? text : text[lead.Length..].TrimStart();
    }
}
