namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>Recognises lines that introduce a quotation: "On … X wrote:", on one line or wrapped over up to five, in any language whose
/// parts it knows.</summary>
/// <remarks>They are found from the last line upwards, because that line is the clearest. No grammar is needed: a date, a time, an address
/// after a name, a verb of writing, a closing colon. Prose rarely contains enough of them together; if a marked quotation follows, fewer
/// suffice.</remarks>
internal static class Attribution
{
    private const int MostLines = 5;
    private const int LongestLine = 400;

    /// <param name="end">The line looked at as the last one.</param>
    /// <param name="floor">No line before this one belongs to it.</param>
    /// <param name="quoteFollows">The next line that is not blank is marked as quoted.</param>
    /// <param name="certain">It is one even if nothing below is marked: all that follows is the earlier mail.</param>
    /// <returns>Its first line, or -1.</returns>
    public static int Start(IReadOnlyList<MailLine> lines, int end, int floor, bool quoteFollows, out bool certain)
    {
        certain = false;
        MailLine last = lines[end];
        if (last.View.Length > LongestLine || last.IsRule || !(quoteFollows || MayEnd(last)))
        {
            return -1;
        }

        int best = -1;
        bool bestIsStrong = false;
        bool bestHasVerb = false;
        string joined = "";
        for (int start = end; start >= Math.Max(floor, end - MostLines + 1); start--)
        {
            MailLine line = lines[start];
            if (line.IsBlank || line.Origin != LineOrigin.Unmarked || line.IsRule || line.View.Length > LongestLine)
            {
                break;
            }

            joined = joined.Length == 0 ? line.Folded : $"{line.Folded} {joined}";
            bool starter = Traces.StartsWithStarter(line.Folded) && Traces.HasDigit(line.Folded);
            bool strongStart = starter || StartsWithDate(line.Folded);
            bool verbAbove =
                best >= 0 && !bestHasVerb && Traces.VerbEnd(line.Folded, out _) >= 0 && (Traces.HasAddress(line.Folded) || starter);
            if (best >= 0 && !verbAbove && (bestIsStrong ? !(starter && EndsOpen(line)) : !strongStart))
            {
                continue;
            }

            if (IsAttribution(joined, starter, quoteFollows, out bool sure))
            {
                best = start;
                certain |= sure;
                bestIsStrong = strongStart;
                bestHasVerb = Traces.VerbEnd(joined, out _) >= 0;
                // "at 10:18," may go on from a line with the date
                if (starter && Traces.HasDate(line.Folded))
                {
                    break;
                }
            }
        }

        return best < 0 ? -1 : WithName(lines, best, floor);
    }

    /// <summary>"On … at … X", whose address was torn off into lines of its own.</summary>
    public static bool IsBroken(MailLine line) =>
        line.View.Length < 120
        && EndsOpen(line)
        && Traces.StartsWithStarter(line.Folded)
        && Traces.HasDate(line.Folded)
        && Traces.HasTime(line.Folded);

    /// <summary>Older Gmail wrote a date, a name and an address without verb or colon: "2013/7/20 X &lt;x@y.org&gt;", "2016-03-03 17:21
    /// GMT+01:00 X".</summary>
    private static bool IsBare(string joined, bool starter, bool date, bool time, bool behindName)
    {
        bool dated = date && joined.Length < 140 && char.IsAsciiDigit(joined[0]) && !joined.EndsWith('.');
        return dated
            && (
                (behindName && joined.EndsWith('>') && !starter)
                || (
                    time
                    && (joined.Contains("gmt", StringComparison.Ordinal) || joined.Contains("utc", StringComparison.Ordinal))
                    && joined.Length < 80
                )
            );
    }

    /// <summary>"Zitat von X &lt;x@y.org&gt;:" in whatever language: hardly anything but a name and its address before the colon.</summary>
    private static bool IsNameAlone(string joined)
    {
        int address = joined.LastIndexOf('<');
        return address > 0
            && joined.Length < 110
            && joined.IndexOf('>', address) is var end
            && end > 0
            && joined.AsSpan(end + 1).Trim().Length <= 1
            && joined.AsSpan(0, address).Trim().Count(' ') <= 4
            && joined.AsSpan(0, address).IndexOfAny(":;?!") < 0;
    }

    private static bool MayEnd(MailLine last)
    {
        string view = last.View;
        if (
            view.Length > 8
            && char.IsAsciiDigit(last.Folded[0])
            && (
                view[^1] == '>'
                || last.Folded.Contains("gmt", StringComparison.Ordinal)
                || last.Folded.Contains("utc", StringComparison.Ordinal)
            )
        )
        {
            return true;
        }

        return EndsWithColon(view)
            || (view.Contains(':', StringComparison.Ordinal) && Traces.HasAddress(view))
            || Traces.VerbEnd(last.Folded, out _) >= last.Folded.Length - 1;
    }

    private static bool IsAttribution(string joined, bool starter, bool quoteFollows, out bool certain)
    {
        certain = false;
        bool date = Traces.HasDate(joined);
        bool time = Traces.HasTime(joined);
        bool address = Traces.HasAddress(joined);
        if (!date && !time && !address && !quoteFollows)
        {
            return false;
        }

        bool behindName = address && Traces.HasBracketedAddress(joined);
        int verbEnd = Traces.VerbEnd(joined, out int verbStart);
        bool verb = verbEnd >= 0;
        if (verbStart == 0 && !quoteFollows && !(behindName && date))
        {
            return false; // "wrote:" alone is the tail of a longer one; in Arabic it may begin one
        }

        bool colon = EndsWithColon(joined);
        bool verbLast = verb && joined.AsSpan(verbEnd).Trim(" *_:.\"'").IsEmpty;
        bool textBehind = verb && !colon && joined.AsSpan(verbEnd).TrimStart(" *_)").StartsWith(":");
        bool many = date && (time || address);
        certain =
            (colon && verb && ((date && (time || address || starter)) || (time && starter) || behindName))
            || (colon && behindName && date)
            || (
                colon
                && date
                && time
                && joined.Length < 120
                && char.IsAsciiDigit(joined[0])
                && Traces.HasDate(joined[..Math.Min(joined.Length, 26)])
            )
            || (colon && date && time && starter && joined.Length < 120 && !verb && joined.EndsWith('>'))
            || (verbLast && starter && many)
            || (verbLast && behindName && date)
            || IsBare(joined, starter, date, time, behindName)
            || (colon && behindName && IsNameAlone(joined))
            || (textBehind && starter && date && time && (behindName || address));
        return certain
            || (
                quoteFollows
                && verbStart != 0
                && ((colon && (verb || address || (date && (time || starter)))) || (behindName && date) || (verbLast && (date || address)))
            )
            || (quoteFollows && verbStart == 0 && colon && joined.Length < 40);
    }

    private static bool StartsWithDate(string folded) =>
        folded.Length > 0
        && (Traces.HasDate(folded) || Traces.HasTime(folded))
        && (char.IsAsciiDigit(folded[0]) || Traces.HasDate(folded[..Math.Min(folded.Length, 34)]));

    // a wrapped line does not end like a sentence
    private static bool EndsOpen(MailLine line) => line.View[^1] is not ('.' or '!' or '?' or ':' or ';');

    /// <summary>The name, and the address, may stand on lines of their own above what was found.</summary>
    private static int WithName(IReadOnlyList<MailLine> lines, int start, int floor)
    {
        for (int more = 0; more < 2 && start > floor; more++)
        {
            MailLine above = lines[start - 1];
            bool belongs =
                !above.IsBlank
                && above.Origin == LineOrigin.Unmarked
                && above.View.Length < 80
                && (
                    (lines[start].View[0] is '<' or '(' && EndsOpen(above))
                    || (above.View[0] == '<' && above.View[^1] == '>' && Traces.HasAddress(above.View))
                );
            if (!belongs)
            {
                break;
            }

            start--;
        }

        return start;
    }

    private static bool EndsWithColon(string view)
    {
        ReadOnlySpan<char> end = view.AsSpan().TrimEnd(" *_>\"");
        return end.Length > 0 && end[^1] is ':' or '\uFE55' or '\uFE13' or '\u05C3' or '\u1365' or '\u1366' or '\u0589' or '\u2236';
    }
}
