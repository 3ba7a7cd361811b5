using ACip.Workflows.Replies.Extraction;

namespace ACip.Workflows.Replies.Figures;

/// <summary>The codes of a form, found in what people and mail programs make of them: any case, Cyrillic look-alikes, a space inside.</summary>
internal sealed class FormCodes
{
    private const string LookAlikes = "авекмнорстхуαβεκμνορτχυзѕіј";
    private const string Latin = "abekmhopctxyabekmvoptxy3sij";
    private readonly Dictionary<string, FormItem> items = new(StringComparer.Ordinal);
    private readonly int longest;

    public FormCodes(IReadOnlyList<FormItem> form)
    {
        foreach (FormItem item in form)
        {
            string key = Key(item.Code).Trim();
            if (key.Length > 0 && items.TryAdd(key, item))
            {
                longest = Math.Max(longest, key.Length);
            }
        }
    }

    public IReadOnlyDictionary<string, FormItem> ByKey => items;

    /// <summary>Folded, with letters that only look Latin made Latin. As long as the cleaned text, but for ligatures.</summary>
    public static string Key(string text)
    {
        string folded = CleanText.Fold(text);
        if (folded.AsSpan().IndexOfAnyInRange('\u0370', '\u04FF') < 0)
        {
            return folded;
        }

        return string.Create(folded.Length, folded, static (span, from) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                int at = LookAlikes.IndexOf(from[i], StringComparison.Ordinal);
                span[i] = at >= 0 ? Latin[at] : from[i];
            }
        });
    }

    /// <summary>The known code at a place of a text made by <see cref="Key"/>, not followed by more of a code.</summary>
    /// <returns>Where it ends, or -1.</returns>
    public int CodeAt(string keyed, int at, out FormItem? item)
    {
        item = null;
        if (at >= keyed.Length || !char.IsLetterOrDigit(keyed[at]))
        {
            return -1;
        }

        for (int length = Math.Min(longest, keyed.Length - at); length > 0; length--)
        {
            if (EndsThere(keyed, at + length) && items.TryGetValue(keyed.Substring(at, length), out item))
            {
                return at + length;
            }
        }

        // "B 3", "B-3": one sign between the letters and the number
        int letters = at;
        while (letters < keyed.Length && char.IsAsciiLetter(keyed[letters]))
        {
            letters++;
        }

        if (letters == at || letters - at > longest || letters + 1 >= keyed.Length || keyed[letters] is not (' ' or '-' or '.') || !char.IsAsciiDigit(keyed[letters + 1]))
        {
            return -1;
        }

        int end = letters + 1;
        while (end < keyed.Length && char.IsAsciiDigit(keyed[end]) && end - at <= longest + 1)
        {
            end++;
        }

        return EndsThere(keyed, end) && items.TryGetValue(string.Concat(keyed.AsSpan(at, letters - at), keyed.AsSpan(letters + 1, end - letters - 1)), out item) ? end : -1;
    }

    /// <summary>Letters and a number, a colon, and a figure: a code that this form does not have.</summary>
    public static bool LooksLikeOther(string keyed)
    {
        int at = 0;
        while (at < keyed.Length && char.IsAsciiLetter(keyed[at]))
        {
            at++;
        }

        if (at is 0 or > 5)
        {
            return false;
        }

        int digits = at;
        while (digits < keyed.Length && (char.IsAsciiDigit(keyed[digits]) || (keyed[digits] is '.' or '-' && digits > at)) && digits - at < 8)
        {
            digits++;
        }

        ReadOnlySpan<char> rest = keyed.AsSpan(digits).TrimStart();
        return digits > at && rest.Length > 1 && rest[0] is ':' or '=' && rest[1..].TrimStart() is { Length: > 0 } value && (char.IsAsciiDigit(value[0]) || value[0] is '-' or '[');
    }

    private static bool EndsThere(string keyed, int end)
    {
        if (end >= keyed.Length)
        {
            return true;
        }

        bool more = char.IsLetterOrDigit(keyed[end]) || (keyed[end] is '.' or '-' or '_' or '/' && end + 1 < keyed.Length && char.IsLetterOrDigit(keyed[end + 1]));
        return !more;
    }
}
