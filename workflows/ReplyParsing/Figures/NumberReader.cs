using System.Globalization;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>Reads a number as people write it, but only if it has exactly one meaning, because a wrong guess would reach a
/// donor.</summary>
internal static class NumberReader
{
    private const int MostDigits = 18;

    /// <summary>Reads the number at the start of a cleaned text.</summary>
    /// <param name="text">Cleaned; \n stands where a line may have been broken by a mail program.</param>
    /// <param name="decimalComma">True in French and Spanish. Decides only where the writing itself does not.</param>
    /// <param name="end">Where the number ends.</param>
    /// <returns>The number, or null with the reason in <paramref name="problem"/>.</returns>
    public static decimal? Read(ReadOnlySpan<char> text, bool decimalComma, out int end, out NotUnderstoodReason problem)
    {
        problem = NotUnderstoodReason.NotANumber;
        end = 0;
        int at = 0;
        bool negative = false;
        if (text.Length > 0 && text[0] is '-' or '\u2212' or '+')
        {
            negative = text[0] != '+';
            at = 1;
        }

        if (at >= text.Length || Digit(text[at]) < 0)
        {
            return null;
        }

        if (Collect(text, at, out bool scriptsDiffer) is not { } read)
        {
            return null;
        }

        end = read.End;
        if (scriptsDiffer)
        {
            problem = NotUnderstoodReason.AmbiguousNumber;
            return null;
        }

        string? plain = Plain(read.Groups, read.Marks, decimalComma, out problem);
        if (plain is null)
        {
            return null;
        }

        decimal value = decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return negative ? -value : value;
    }

    /// <summary>Digits in groups, and what stands between these.</summary>
    /// <param name="scriptsDiffer">Digits of two scripts in one number: nobody writes that.</param>
    /// <returns>Null where there are more digits than a number of ours has.</returns>
    private static (List<string> Groups, List<char> Marks, int End)? Collect(ReadOnlySpan<char> text, int at, out bool scriptsDiffer)
    {
        List<string> groups = [];
        List<char> marks = [];
        System.Text.StringBuilder group = new();
        int script = -1;
        scriptsDiffer = false;
        int digits = 0;
        while (at < text.Length)
        {
            int digit = Digit(text[at]);
            if (digit >= 0)
            {
                scriptsDiffer |= script >= 0 && script != text[at] - digit;
                script = text[at] - digit;
                if (++digits > MostDigits)
                {
                    return null;
                }

                group.Append((char)('0' + digit));
                at++;
                continue;
            }

            int next = SkipMark(text, at, out char mark);
            if (next < 0 || next >= text.Length || Digit(text[next]) < 0)
            {
                break;
            }

            groups.Add(group.ToString());
            group.Clear();
            marks.Add(mark);
            at = next;
        }

        groups.Add(group.ToString());
        return (groups, marks, at);
    }

    /// <summary>0 to 9 for a decimal digit of any script, -1 otherwise.</summary>
    public static int Digit(char c) => CleanText.DigitOf(c);

    private static string? Plain(List<string> groups, List<char> marks, bool decimalComma, out NotUnderstoodReason problem)
    {
        problem = NotUnderstoodReason.AmbiguousNumber;
        if (marks.Count == 0)
        {
            return groups[0];
        }

        char last = marks[^1];
        bool canBeDecimal = last is '.' or ',' or '\u066B';
        bool oneKind = marks.TrueForAll(mark => mark == last);
        bool thousandsAll = oneKind && last != '\u066B' && IsGrouped(groups, groups.Count);
        if (marks.Count == 1 && canBeDecimal)
        {
            if (!thousandsAll)
            {
                return $"{groups[0]}.{groups[1]}";
            }

            // 1,234 is a thousand and more for an English reader; everything else of this shape has two readings in use
            return last == ',' && !decimalComma ? groups[0] + groups[1] : null;
        }

        if (thousandsAll)
        {
            return string.Concat(groups);
        }

        // thousands of one kind, then a decimal mark of another
        bool othersAreOneKind =
            marks.Count > 1
            && marks.GetRange(0, marks.Count - 1) is var front
            && front.TrueForAll(mark => mark == front[0])
            && front[0] != last
            && front[0] != '\u066B';
        return canBeDecimal && othersAreOneKind && IsGrouped(groups, groups.Count - 1)
            ? $"{string.Concat(groups.Take(groups.Count - 1))}.{groups[^1]}"
            : null;
    }

    private static bool IsGrouped(List<string> groups, int count)
    {
        if (groups[0].Length > 3 || groups[0][0] == '0')
        {
            return false;
        }

        for (int i = 1; i < count; i++)
        {
            if (groups[i].Length != 3)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A mark between two digits. All spaces and line ends are one mark; several in a row are one only around a line
    /// end.</summary>
    private static int SkipMark(ReadOnlySpan<char> text, int at, out char mark)
    {
        mark = text[at] == '\u060C' ? ',' : text[at]; // the Arabic comma, where a keyboard has no other
        if (mark is '.' or ',' or '\'' or '\u066B' or '\u066C')
        {
            return at + 1;
        }

        int spaces = 0;
        bool broken = false;
        while (at < text.Length && text[at] is ' ' or '\n')
        {
            spaces++;
            broken |= text[at] == '\n';
            at++;
        }

        mark = ' ';
        return spaces == 0 || (spaces > 1 && !broken) ? -1 : at;
    }
}
