using System.Text;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>One slot of the form as it came back.</summary>
/// <param name="Start">Where its code begins in the text.</param>
/// <param name="End">Behind its closing bracket, or behind what was written after it.</param>
/// <param name="Written">What was written into it; empty when nothing was.</param>
internal sealed record Slot(FormItem Item, string? Group, int Start, int End, string Written, NotUnderstoodReason? Problem);

/// <summary>Finds the form's slots however a mail program broke its lines, by looking back from each opening bracket to a known
/// code.</summary>
internal static class Slots
{
    private const int LongestWritten = 20_000;
    private const int LongestKey = 120;

    /// <param name="text">Cleaned lines joined by \n.</param>
    public static List<Slot> In(string text, FormCodes codes)
    {
        List<(string Key, FormItem Item, string? Group)> keys = Keys(codes);
        List<(FormItem Item, string? Group, int Start, int Open, bool Cut)> found = [];
        for (int open = text.IndexOf('[', StringComparison.Ordinal); open >= 0; open = text.IndexOf('[', open + 1))
        {
            if (KeyBefore(text, open, keys, out int start, out bool cut) is { } key && !IsCodeOfItsOwn(text, open, codes))
            {
                found.Add((key.Item, key.Group, start, open, cut));
            }
        }

        List<Slot> slots = [];
        for (int i = 0; i < found.Count; i++)
        {
            int next = i + 1 < found.Count ? found[i + 1].Start : text.Length;
            slots.Add(Read(text, found[i], next, codes));
        }

        return slots;
    }

    public static bool IsEmpty(ReadOnlySpan<char> written) => written.Trim(" \t\n_.…").IsEmpty;

    private static Slot Read(string text, (FormItem Item, string? Group, int Start, int Open, bool Cut) slot, int next, FormCodes codes)
    {
        int from = slot.Open + 1;
        int length = text.AsSpan(from, Math.Min(LongestWritten, text.Length - from)).IndexOfAny('[', ']');
        if (length < 0 || text[from + length] == '[' || GoesOverCodes(text, from, from + length, codes))
        {
            int lineEnd = LineEnd(text, from, next);
            return new(slot.Item, slot.Group, slot.Start, lineEnd, text[from..lineEnd], NotUnderstoodReason.CutLine);
        }

        int close = from + length;
        string written = text[from..close];
        int end = LineEnd(text, close + 1, next);
        string behind = text[(close + 1)..end].Trim(' ', '\t', '|', '*');
        bool formGoesOn = behind.StartsWith('(') && codes.CodeAt(FormCodes.Key(behind), 1, out _) > 0;
        if (slot.Cut)
        {
            return new(slot.Item, slot.Group, slot.Start, close + 1, written, NotUnderstoodReason.CutLine);
        }

        if (behind.Length == 0 || formGoesOn)
        {
            return new(slot.Item, slot.Group, slot.Start, close + 1, IsEmpty(written) ? "" : written, null);
        }

        if (IsEmpty(written))
        {
            return new(slot.Item, slot.Group, slot.Start, end, behind, null);
        }

        string unit = CleanText.Fold(slot.Item.Unit ?? "%");
        return
            CleanText.Fold(behind).Trim('.', ' ') is { } tail
            && (tail == unit || (tail == "%" && slot.Item.Kind == FormItemKind.Percentage))
            ? new(slot.Item, slot.Group, slot.Start, end, $"{written.TrimEnd()} {behind}", null)
            : new(slot.Item, slot.Group, slot.Start, end, written, NotUnderstoodReason.OutsideTheBrackets);
    }

    /// <summary>"[B5] 12" on the line below "B3:" is the next answer, and no slot of the one above.</summary>
    private static bool IsCodeOfItsOwn(string text, int open, FormCodes codes)
    {
        int before = open - 1;
        while (before >= 0 && text[before] != '\n' && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        return before >= 0
            && text[before] == '\n'
            && codes.CodeAt(
                FormCodes.Key(text.Substring(open + 1, Math.Min(20, text.Length - open - 1)).TrimStart()),
                0,
                out _,
                spaced: false
            ) > 0;
    }

    /// <summary>A bracket that closes only behind lines of other answers was never closed.</summary>
    private static bool GoesOverCodes(string text, int from, int close, FormCodes codes)
    {
        for (int at = text.IndexOf('\n', from, close - from); at >= 0; at = text.IndexOf('\n', at + 1, close - at - 1))
        {
            int end = text.IndexOf('\n', at + 1, close - at - 1) is >= 0 and var next ? next : close;
            if (end - at < LongestKey * 4 && LineCodes.In(text[(at + 1)..end], codes).Answers.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The code, and group, that stands before a colon before the bracket, whatever white space was put between or into
    /// them.</summary>
    private static (FormItem Item, string? Group)? KeyBefore(
        string text,
        int open,
        List<(string Key, FormItem Item, string? Group)> keys,
        out int start,
        out bool cut
    )
    {
        start = 0;
        cut = false;
        int at = open - 1;
        while (at >= 0 && open - at < LongestKey && char.IsWhiteSpace(text[at]))
        {
            at--;
        }

        if (at < 0 || text[at] is not (':' or '='))
        {
            return null;
        }

        StringBuilder window = new();
        List<int> places = [];
        for (at--; at >= 0 && open - at < LongestKey && text[at] is not ('[' or ']'); at--)
        {
            if (!char.IsWhiteSpace(text[at]) && text[at] != '*')
            {
                window.Insert(0, text[at]);
                places.Add(at);
            }
        }

        string keyed = FormCodes.Key(window.ToString());
        (FormItem Item, string? Group)? best = null;
        int bestLength = 0;
        foreach ((string key, FormItem item, string? group) in keys)
        {
            if (keyed.Length != places.Count || key.Length > keyed.Length || !keyed.EndsWith(key, StringComparison.Ordinal))
            {
                continue;
            }

            int place = places[key.Length - 1];
            char before = place > 0 ? text[place - 1] : '\n';
            if (char.IsLetterOrDigit(before))
            {
                continue;
            }

            // "A" at the end of a line and "B3" on the next may be one code or two words
            cut |= best is not null;
            if (best is null || key.Length > bestLength)
            {
                (best, bestLength, start) = ((item, group), key.Length, place);
            }
        }

        return best;
    }

    private static List<(string Key, FormItem Item, string? Group)> Keys(FormCodes codes)
    {
        List<(string Key, FormItem Item, string? Group)> keys = [];
        foreach (FormItem item in codes.ByKey.Values)
        {
            keys.Add((Compact(item.Code), item, null));
            foreach ((string word, string group) in item.GroupNames)
            {
                keys.Add((Compact(item.Code + word), item, group));
            }
        }

        // a word may be that of two languages, which makes it no other word
        return [.. keys.DistinctBy(one => (one.Key, one.Item.Code, one.Group))];
    }

    private static string Compact(string words) => string.Concat(FormCodes.Key(words).Where(c => !char.IsWhiteSpace(c)));

    private static int LineEnd(string text, int from, int next)
    {
        int most = Math.Min(text.Length, Math.Max(from, next));
        int end = text.AsSpan(from, most - from).IndexOf('\n');
        return end < 0 ? most : from + end;
    }
}
