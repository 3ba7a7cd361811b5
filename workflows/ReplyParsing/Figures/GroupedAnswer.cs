using System.Collections.Immutable;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>Values by group: "women: 40, men: 55", with a total in front or not.</summary>
internal static class GroupedAnswer
{
    /// <returns>Null when no group is named in the text.</returns>
    public static Answer? Read(FormItem item, string text, Func<string, Answer> number)
    {
        List<(int Start, int End, string Group)> named = Named(item, text);
        if (named.Count == 0)
        {
            return null;
        }

        decimal? total = null;
        Ratio? counts = null;
        var ratios = new Dictionary<string, Ratio>(StringComparer.Ordinal);
        string front = Tidy(text[..named[0].Start]);
        if (front.Length > 0)
        {
            Answer whole = number(front);
            if (whole.Problem is not null)
            {
                return whole;
            }

            total = whole.Value;
            counts = whole.Counts?.Total;
        }

        var groups = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
        for (int i = 0; i < named.Count; i++)
        {
            int until = i + 1 < named.Count ? named[i + 1].Start : text.Length;
            Answer part = number(Tidy(text[named[i].End..until]));
            if (part.Value is not { } value)
            {
                return new(Problem: part.Problem ?? NotUnderstoodReason.NotANumber);
            }

            if (groups.TryGetValue(named[i].Group, out decimal other) && other != value)
            {
                return new(Problem: NotUnderstoodReason.SaidTwice);
            }

            groups[named[i].Group] = value;
            if (part.Counts?.Total is { } ratio)
            {
                ratios[named[i].Group] = ratio;
            }
        }

        return new(Value: total, Groups: groups.ToImmutable(), Counts: GivenCounts.Of(counts, ratios));
    }

    private static List<(int Start, int End, string Group)> Named(FormItem item, string text)
    {
        List<(int Start, int End, string Group)> named = [];
        string folded = CleanText.Fold(text);
        if (item.GroupNames is not { Count: > 0 } groups || folded.Length != text.Length || text.Length > 2000)
        {
            return named;
        }

        string[] words = [.. groups.Select(group => CleanText.Fold(group.Word).Trim())];
        for (int at = 0; at < folded.Length; at++)
        {
            if (at > 0 && char.IsLetterOrDigit(folded[at - 1]))
            {
                continue;
            }

            int best = -1;
            for (int i = 0; i < words.Length; i++)
            {
                int end = at + words[i].Length;
                bool here =
                    words[i].Length > 0
                    && string.CompareOrdinal(folded, at, words[i], 0, words[i].Length) == 0
                    && (end == folded.Length || !char.IsLetterOrDigit(folded[end]));
                if (here && (best < 0 || words[i].Length > words[best].Length))
                {
                    best = i;
                }
            }

            if (best >= 0)
            {
                named.Add((at, at + words[best].Length, groups[best].Group));
                at += words[best].Length - 1;
            }
        }

        return named;
    }

    private static string Tidy(string part) => part.Trim(' ', '\t', '\n', ',', ';', ':', '=', '(', ')', '/', '|', '.', '*');
}
