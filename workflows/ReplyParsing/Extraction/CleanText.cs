using System.Globalization;
using System.Text;

namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>Text prepared for comparison: without what mail programs insert (invisible marks, odd spaces) and, when folded, without case
/// and accents.</summary>
/// <remarks>Letters are folded by a table of our own, because culture data differ between machines.</remarks>
internal static class CleanText
{
    private const string Accented = "àáâãäåāăąçćčďđèéêëēėęěğìíîïīįıłñńňòóôõöøőŕřśšşșťţțùúûüūůűųýÿžźżάέήίόύώἀἄ";
    private const string Plain = "aaaaaaaaacccddeeeeeeeegiiiiiiilnnnooooooorrsssstttuuuuuuuuyyzzzαεηιουωαα";

    public static bool IsInvisible(char c) =>
        c
            is '\u00AD'
                or '\u061C'
                or '\u180E'
                or (>= '\u200B' and <= '\u200F')
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u206F')
                or '\uFEFF'
                or '\u1427'
                or (>= '\uFE00' and <= '\uFE0F')
        || (c < ' ' && c is not ('\t' or '\n'));

    public static bool IsSpace(char c) =>
        c is ' ' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000';

    /// <summary>Removes invisible marks and normalises spaces, quotation marks, apostrophes and full-width forms.</summary>
    public static string Clean(string line)
    {
        if (!NeedsCleaning(line))
        {
            return line;
        }

        StringBuilder clean = new(line.Length);
        foreach (char c in line)
        {
            if (!IsInvisible(c))
            {
                clean.Append(Narrow(c));
            }
        }

        return clean.ToString();
    }

    /// <summary>Cleaned, lower case, without accents; digits of any script as 0 to 9.</summary>
    public static string Fold(string line) => Fold(line, keepsMarks: false);

    /// <summary>The same, but keeps Arabic vowel signs, so that positions stay the same and what is found can be cut out of the original
    /// line.</summary>
    public static string FoldInPlace(string line) => Fold(line, keepsMarks: true);

    /// <summary>How many characters of a cleaned text this many of the folded one are.</summary>
    public static int LengthOf(string clean, int folded)
    {
        int at = 0;
        while (at < clean.Length && (folded > 0 || IsArabicMark(clean[at])))
        {
            folded -= IsArabicMark(clean[at++]) ? 0 : 1;
        }

        return at;
    }

    private static string Fold(string line, bool keepsMarks)
    {
        StringBuilder folded = new(line.Length);
        foreach (char raw in line)
        {
            char c = char.ToLowerInvariant(Narrow(raw));
            if (IsInvisible(raw) || (c >= '\u0300' && c <= '\u036F') || (!keepsMarks && IsArabicMark(c)))
            {
                continue;
            }

            if (c == 'ß')
            {
                folded.Append("ss");
                continue;
            }

            if (c == 'œ')
            {
                folded.Append("oe");
                continue;
            }

            if (c == 'æ')
            {
                folded.Append("ae");
                continue;
            }

            folded.Append(Unaccented(c));
        }

        return folded.ToString();
    }

    /// <summary>Detects UTF-8 that was read in another charset, and characters that were lost.</summary>
    public static bool LooksDamaged(string line)
    {
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '\uFFFD' || (c >= '\u0080' && c <= '\u009F'))
            {
                return true;
            }

            // the first byte of a two- or three-byte sequence, followed by what its second byte looks like in Latin-1 or Windows-1252
            if (
                c is 'Ã' or 'Â' or 'Ø' or 'Ù' or 'Ð' or 'Ñ'
                && i + 1 < line.Length
                && line[i + 1]
                    is (>= '\u00A0' and <= '\u00BF')
                        or '€'
                        or '‚'
                        or 'ƒ'
                        or '„'
                        or '…'
                        or '†'
                        or '‡'
                        or 'ˆ'
                        or '‰'
                        or 'Š'
                        or '‹'
                        or 'Œ'
                        or '‘'
                        or '’'
                        or '“'
                        or '”'
                        or '•'
                        or '–'
                        or '—'
                        or '™'
                        or 'š'
                        or '›'
                        or 'œ'
                        or 'Ÿ'
            )
            {
                return true;
            }

            // the same, where the second byte was a no-break space or a quotation mark and has been cleaned since
            if (c is 'Ã' or 'Â' && i + 1 < line.Length && line[i + 1] is ' ' or '"' or '\'')
            {
                return true;
            }

            if (c == 'â' && i + 1 < line.Length && line[i + 1] is '€' or '\u0080' or 'ˆ')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>0 to 9 for a decimal digit of any script, -1 otherwise.</summary>
    public static int DigitOf(char c) =>
        char.IsAsciiDigit(c) ? c - '0'
        : c < '\u0660' ? -1
        : CharUnicodeInfo.GetDecimalDigitValue(c);

    private static bool NeedsCleaning(string line)
    {
        foreach (char c in line)
        {
            if (c > '~' || (c < ' ' && c != '\t'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Arabic vowel signs and the stroke that lengthens a word, which writers add or omit at will.</summary>
    private static bool IsArabicMark(char c) => c is (>= '\u064B' and <= '\u065F') or '\u0670' or '\u0640';

    private static char Unaccented(char c)
    {
        if (c < '\u0080')
        {
            return c;
        }

        // an alef with or without its sign, a final ya with or without its dots, and Arabic punctuation
        switch (c)
        {
            case 'أ' or 'إ' or 'آ' or 'ٱ':
                return 'ا';
            case 'ى':
                return 'ي';
            case '،':
                return ',';
            case '؛':
                return ';';
            case '؟':
                return '?';
        }

        int at = Accented.IndexOf(c, StringComparison.Ordinal);
        if (at >= 0)
        {
            return Plain[at];
        }

        int digit = CharUnicodeInfo.GetDecimalDigitValue(c);
        return digit >= 0 ? (char)('0' + digit) : c;
    }

    private static char Narrow(char c) =>
        c switch
        {
            _ when IsSpace(c) => ' ',
            '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u2032' or '\u00B4' or '\uFF07' => '\'',
            '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            _ => c,
        };
}
