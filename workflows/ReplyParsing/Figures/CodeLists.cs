namespace ACip.Workflows.ReplyParsing.Figures;

internal enum CodeJoiner
{
    None,
    And,
    Through,
}

/// <summary>How several codes are named together: "B3, B5", "B3 and B5", "B3 to B8".</summary>
internal static class CodeLists
{
    // csharpier-ignore
    private static readonly string[] And =
    [
        "and", "et", "y", "e", "und", "or", "ou", "o", "&", "+", "/", ",", ";", "as well as", "ainsi que", "asi como", "и", "و", "和", "、",
    ];

    // csharpier-ignore
    private static readonly string[] Through =
    [
        "to", "through", "thru", "till", "until", "a", "au", "jusqu'a", "hasta", "al", "ate", "bis", "tot", "-", "–", "—", "‑", "..", "...",
        "…", "->", "→", "до", "إلى", "至", "到",
    ];

    /// <param name="between">What stands between two codes, folded.</param>
    public static CodeJoiner Joiner(ReadOnlySpan<char> between)
    {
        if (between.Length > 24)
        {
            return CodeJoiner.None;
        }

        ReadOnlySpan<char> text = between.Trim(" \t()[]{}<>\"'*_`");
        if (text.IsEmpty)
        {
            return CodeJoiner.And; // side by side, as in a heading of columns
        }

        // ", and": a comma and a word
        ReadOnlySpan<char> word = text.TrimStart(",; ").TrimEnd(" ");
        if (word.IsEmpty || Is(And, text) || Is(And, word))
        {
            return CodeJoiner.And;
        }

        return Is(Through, text) ? CodeJoiner.Through : CodeJoiner.None;
    }

    /// <summary>The items after the first up to the last, in the order of the form; the last alone where that order is another.</summary>
    public static IEnumerable<FormItem> Between(FormItem first, FormItem last, IReadOnlyList<FormItem> form)
    {
        int from = Place(first),
            to = Place(last);
        return from >= 0 && to > from ? form.Skip(from + 1).Take(to - from) : [last];

        int Place(FormItem item)
        {
            for (int at = 0; at < form.Count; at++)
            {
                if (form[at].Code == item.Code)
                {
                    return at;
                }
            }

            return -1;
        }
    }

    private static bool Is(string[] words, ReadOnlySpan<char> text)
    {
        foreach (string word in words)
        {
            if (text.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }
}
