using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>A code of the form where it stands in a line.</summary>
internal readonly record struct CodePlace(int Start, int End, FormItem Item);

/// <summary>The codes of a form, recognised in every variant that people and mail programs produce: any case, Cyrillic look-alikes, a
/// space inside.</summary>
internal sealed class FormCodes
{
    private const string LookAlikes = "авекмнорстхуαβεκμνορτχυзѕіј";
    private const string Latin = "abekmhopctxyabekmvoptxy3sij";
    private readonly Dictionary<string, FormItem> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormItem>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly int longest;

    public FormCodes(IReadOnlyList<FormItem> form)
    {
        bySpan = items.GetAlternateLookup<ReadOnlySpan<char>>();
        InOrder = form;
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

    public IReadOnlyList<FormItem> InOrder { get; }

    /// <summary>Folded, with letters that only look Latin made Latin. As long as the cleaned text, but for ligatures.</summary>
    public static string Key(string text)
    {
        string folded = CleanText.FoldInPlace(text);
        if (folded.AsSpan().IndexOfAnyInRange('\u0370', '\u04FF') < 0)
        {
            return folded;
        }

        return string.Create(
            folded.Length,
            folded,
            static (span, from) =>
            {
                for (int i = 0; i < span.Length; i++)
                {
                    int at = LookAlikes.IndexOf(from[i], StringComparison.Ordinal);
                    span[i] = at >= 0 ? Latin[at] : from[i];
                }
            }
        );
    }

    /// <summary>Every code of the form in a line, in order. With a space inside ("B 3") only where it must be meant as one: at the
    /// beginning, or before a colon.</summary>
    /// <param name="keyed">The line, made by <see cref="Key"/>.</param>
    public List<CodePlace> In(string keyed)
    {
        List<CodePlace> found = [];
        for (int at = 0; at < keyed.Length; )
        {
            if (!char.IsLetterOrDigit(keyed[at]))
            {
                at++;
                continue;
            }

            int end = MayBegin(keyed, at, found)
                ? CodeAt(keyed, at, out FormItem? item, spaced: false) is var exact && exact > 0
                    ? Keep(item!, exact)
                    : Spaced(keyed, at, found.Count)
                : -1;
            if (end > 0)
            {
                at = end;
                continue;
            }

            while (at < keyed.Length && char.IsLetterOrDigit(keyed[at]))
            {
                at++;
            }

            int Keep(FormItem here, int exact)
            {
                found.Add(new CodePlace(at, exact, here));
                return exact;
            }

            int Spaced(string text, int from, int before)
            {
                int close = CodeAt(text, from, out FormItem? meant, spaced: true);
                bool certain =
                    close > 0
                    && (
                        before == 0 && IsLead(text, from)
                        || text.AsSpan(close).TrimStart(" )]\"*") is { Length: > 0 } rest && rest[0] is ':' or '='
                    );
                return certain ? Keep(meant!, close) : -1;
            }
        }

        return found;
    }

    /// <summary>The known code at a place of a text made by <see cref="Key"/>, not followed by more of a code.</summary>
    /// <param name="spaced">"B 3" and "B-3" are read too.</param>
    /// <returns>Where it ends, or -1.</returns>
    public int CodeAt(string keyed, int at, out FormItem? item, bool spaced = true)
    {
        item = null;
        if (at >= keyed.Length || !char.IsLetterOrDigit(keyed[at]))
        {
            return -1;
        }

        for (int length = Math.Min(longest, keyed.Length - at); length > 0; length--)
        {
            if (bySpan.TryGetValue(keyed.AsSpan(at, length), out item) && EndsThere(keyed, at + length))
            {
                return at + length;
            }
        }

        item = null;
        return spaced ? SpacedAt(keyed, at, out item) : -1;
    }

    /// <summary>Letters and a number, a colon, and a figure: a code that this form does not have.</summary>
    public static bool LooksLikeOther(string keyed)
    {
        int digits = CodeShape(keyed);
        ReadOnlySpan<char> rest = keyed.AsSpan(Math.Max(digits, 0)).TrimStart(" )]\"'");
        return digits > 0
            && rest.Length > 1
            && rest[0] is ':' or '='
            && rest[1..].TrimStart() is { Length: > 0 } value
            && (char.IsAsciiDigit(value[0]) || value[0] is '-' or '[');
    }

    /// <summary>Where something in the shape of a code ends at the beginning of the text; 0 where nothing does.</summary>
    public static int CodeShape(ReadOnlySpan<char> keyed)
    {
        int at = 0;
        while (at < keyed.Length && char.IsAsciiLetter(keyed[at]))
        {
            at++;
        }

        if (at is 0 or > 5)
        {
            return 0;
        }

        int digits = at;
        while (
            digits < keyed.Length && (char.IsAsciiDigit(keyed[digits]) || (keyed[digits] is '.' or '-' && digits > at)) && digits - at < 8
        )
        {
            digits++;
        }

        return digits > at ? digits : 0;
    }

    /// <summary>"B 3", "B-3": one sign between the letters and the number.</summary>
    private int SpacedAt(string keyed, int at, out FormItem? item)
    {
        item = null;
        int letters = at;
        while (letters < keyed.Length && char.IsAsciiLetter(keyed[letters]))
        {
            letters++;
        }

        if (
            letters == at
            || letters - at > longest
            || letters + 1 >= keyed.Length
            || keyed[letters] is not (' ' or '-' or '.')
            || !char.IsAsciiDigit(keyed[letters + 1])
        )
        {
            return -1;
        }

        int end = letters + 1;
        while (end < keyed.Length && char.IsAsciiDigit(keyed[end]) && end - at <= longest + 1)
        {
            end++;
        }

        return
            EndsThere(keyed, end)
            && items.TryGetValue(string.Concat(keyed.AsSpan(at, letters - at), keyed.AsSpan(letters + 1, end - letters - 1)), out item)
            ? end
            : -1;
    }

    /// <summary>More of a code goes on behind a point or a dash, unless what follows is a code itself: "B3/B5", "B3-B8".</summary>
    private bool EndsThere(string keyed, int end)
    {
        if (end >= keyed.Length)
        {
            return true;
        }

        if (char.IsLetterOrDigit(keyed[end]))
        {
            return false;
        }

        if (keyed[end] == '/')
        {
            return true;
        }

        bool joins = keyed[end] is '.' or '-' or '_' && end + 1 < keyed.Length && char.IsLetterOrDigit(keyed[end + 1]);
        return !joins || (keyed[end] == '-' && IsCodeAt(keyed, end + 1));
    }

    private bool IsCodeAt(string keyed, int at)
    {
        for (int length = Math.Min(longest, keyed.Length - at); length > 0; length--)
        {
            if (bySpan.ContainsKey(keyed.AsSpan(at, length)) && (at + length == keyed.Length || !char.IsLetterOrDigit(keyed[at + length])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Not in the middle of a name or an address ("file_B3", "x@b3"); behind another code it may be.</summary>
    private static bool MayBegin(string keyed, int at, List<CodePlace> found)
    {
        if (at == 0)
        {
            return true;
        }

        char before = keyed[at - 1];
        return !(before is '_' or '@' or '.' or '-' or '/' or '#' or '+')
            || at < 2
            || !char.IsLetterOrDigit(keyed[at - 2])
            || (found.Count > 0 && found[^1].End == at - 1);
    }

    private static bool IsLead(string keyed, int from)
    {
        for (int at = 0; at < from; at++)
        {
            if (char.IsLetterOrDigit(keyed[at]))
            {
                return false;
            }
        }

        return true;
    }
}
