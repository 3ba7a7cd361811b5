namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>Detects a date, a time, an address or a verb of writing in a folded line, each in one pass.</summary>
internal static class Traces
{
    /// <summary>A year of four digits, three numbers joined by one sign, a CJK date, or a day beside a month's or weekday's name.</summary>
    public static bool HasDate(string folded)
    {
        for (int i = 0; i < folded.Length; i++)
        {
            if (!char.IsAsciiDigit(folded[i]))
            {
                continue;
            }

            int end = DigitsEnd(folded, i);
            int count = end - i;
            bool alone =
                (i == 0 || !char.IsLetterOrDigit(folded[i - 1]) || folded[i - 1] >= '\u2E80' || IsCjkMark(folded, end))
                && (end == folded.Length || folded[end] != '@');
            if (count == 4 && alone && (folded[i] == '1' && folded[i + 1] == '9' || folded[i] == '2' && folded[i + 1] == '0'))
            {
                return true;
            }

            if (IsCjkMark(folded, end) || IsThreePartDate(folded, i, end) || (count <= 2 && NextToDateWord(folded, i, end)))
            {
                return true;
            }

            i = end;
        }

        return false;
    }

    /// <summary>18:26, 18h26, 18.26 after "kl" or "klo", 6 pm.</summary>
    public static bool HasTime(string folded)
    {
        for (int i = 0; i < folded.Length; i++)
        {
            if (!char.IsAsciiDigit(folded[i]))
            {
                continue;
            }

            int end = DigitsEnd(folded, i);
            if (
                end - i <= 2
                && end + 2 < folded.Length
                && folded[end] is ':' or 'h' or '.' or '时' or '時'
                && char.IsAsciiDigit(folded[end + 1])
                && char.IsAsciiDigit(folded[end + 2])
                && (end + 3 >= folded.Length || !char.IsAsciiDigit(folded[end + 3]))
                && (
                    folded[end] != '.'
                    || (i >= 3 && folded.AsSpan(Math.Max(0, i - 5), Math.Min(5, i)).Contains("kl", StringComparison.Ordinal))
                )
            )
            {
                return true;
            }

            ReadOnlySpan<char> after = folded.AsSpan(end).TrimStart();
            if (
                end - i <= 2
                && (
                    after.StartsWith("am ")
                    || after.StartsWith("pm ")
                    || after.StartsWith("am,")
                    || after.StartsWith("pm,")
                    || after.StartsWith("a.m")
                    || after.StartsWith("p.m")
                    || after.StartsWith("uhr")
                )
            )
            {
                return true;
            }

            i = end;
        }

        return false;
    }

    /// <summary>name@domain anywhere.</summary>
    public static bool HasAddress(string folded)
    {
        for (int at = folded.IndexOf('@'); at >= 0; at = folded.IndexOf('@', at + 1))
        {
            if (at > 0 && at + 1 < folded.Length && IsAddressChar(folded[at - 1]) && IsAddressChar(folded[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An address in angle brackets, parentheses or square brackets, as programs write it behind a name.</summary>
    public static bool HasBracketedAddress(string folded)
    {
        for (int at = folded.IndexOf('@'); at >= 0; at = folded.IndexOf('@', at + 1))
        {
            int start = at;
            while (start > 0 && IsAddressChar(folded[start - 1]))
            {
                start--;
            }

            // mailto: stands before the address in Outlook's plain text
            if (start > 0 && start < at && folded[start - 1] is '<' or '(' or '[' or ':' or '"')
            {
                return true;
            }

            at = Math.Max(at, start);
        }

        return false;
    }

    /// <summary>Where a verb of writing ends, or -1.</summary>
    public static int VerbEnd(string folded, out int verbStart)
    {
        int best = -1;
        verbStart = -1;
        foreach (string verb in MailWords.Verbs)
        {
            int at = folded.LastIndexOf(verb, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            int end = at + verb.Length;
            // "<a@b.org>wrote" happens where a line end was eaten
            if (
                (at == 0 || !char.IsLetterOrDigit(folded[at - 1]))
                && (end == folded.Length || !char.IsLetterOrDigit(folded[end]))
                && end > best
            )
            {
                best = end;
                verbStart = at;
            }
        }

        foreach (string verb in MailWords.JoinedVerbs)
        {
            int at = folded.LastIndexOf(verb, StringComparison.Ordinal);
            if (at >= 0 && at + verb.Length > best)
            {
                best = at + verb.Length;
                verbStart = at;
            }
        }

        return best;
    }

    public static bool StartsWithStarter(string folded)
    {
        int end = 0;
        while (end < folded.Length && folded[end] != ' ' && end < 12)
        {
            end++;
        }

        if (end == 0)
        {
            return false;
        }

        return MailWords.Starters.Contains(folded[..end])
            || folded[0] == '在'
            || folded.StartsWith("في ", StringComparison.Ordinal)
            || folded.StartsWith("بتاريخ", StringComparison.Ordinal)
            || folded.StartsWith("בתאריך", StringComparison.Ordinal)
            || folded[0] == 'ب';
    }

    public static bool HasDigit(string folded)
    {
        foreach (char c in folded)
        {
            if (char.IsAsciiDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAddressChar(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '%' or '\'' or '=';

    private static int DigitsEnd(string folded, int from)
    {
        while (from < folded.Length && char.IsAsciiDigit(folded[from]))
        {
            from++;
        }

        return from;
    }

    private static bool IsCjkMark(string folded, int end) => end < folded.Length && folded[end] is '年' or '月' or '日' or '년' or '월';

    private static bool IsThreePartDate(string folded, int start, int end)
    {
        if (end - start > 4 || end >= folded.Length || folded[end] is not ('/' or '-' or '.'))
        {
            return false;
        }

        char sign = folded[end];
        int second = DigitsEnd(folded, end + 1);
        if (second == end + 1 || second - end > 3 || second >= folded.Length || folded[second] != sign)
        {
            return false;
        }

        int third = DigitsEnd(folded, second + 1);
        return third > second + 1 && third - second <= 5 && (third == folded.Length || folded[third] != sign || sign == '.');
    }

    // "2 avr." or "Apr 2": the name stands right before or after the number
    private static bool NextToDateWord(string folded, int start, int end)
    {
        ReadOnlySpan<char> after = folded.AsSpan(end).TrimStart(". -");
        if (after.StartsWith("de "))
        {
            after = after[3..];
        }

        int before = start - 1;
        while (before >= 0 && folded[before] is ' ' or '.' or ',')
        {
            before--;
        }

        int wordStart = before;
        while (wordStart >= 0 && char.IsLetter(folded[wordStart]))
        {
            wordStart--;
        }

        ReadOnlySpan<char> word = folded.AsSpan(wordStart + 1, before - wordStart);
        foreach (string name in MailWords.DateWords)
        {
            if (name.Length >= 2 && (after.StartsWith(name) || (word.Length > 0 && word.StartsWith(name))))
            {
                return true;
            }
        }

        return false;
    }
}
