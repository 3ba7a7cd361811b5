namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>Finds where an earlier mail begins without quotation signs: at a line such as "-----Original Message-----" or at its block of
/// headers. "On … X wrote:" is an <see cref="Attribution"/>; what is quoted in the end, <see cref="LineSorting"/> decides.</summary>
internal static class EarlierMailHeaders
{
    private const int LongestLabel = 40;
    private const int MostContinuations = 6;
    private const int LongestBlock = 40;

    /// <summary>Looks for its beginning at line <paramref name="at"/>.</summary>
    /// <returns>The line after its announcement and headers, or -1.</returns>
    public static int End(IReadOnlyList<MailLine> lines, int at)
    {
        MailLine line = lines[at];
        if (line.View.Length > 2000)
        {
            return -1;
        }

        switch (MayAnnounce(lines, at) ? Announces(line) : Announcement.No)
        {
            case Announcement.Certain:
                return Math.Max(at + 1, Block(lines, NextText(lines, at + 1), needsProof: false));
            case Announcement.IfHeadersFollow:
                return Block(lines, NextText(lines, at + 1), needsProof: false);
            default:
                return line.IsRule
                    ? Block(lines, NextText(lines, at + 1), needsProof: false)
                    : Math.Max(Block(lines, at, needsProof: true), NotesBlock(lines, at));
        }
    }

    private enum Announcement
    {
        No,
        IfHeadersFollow,
        Certain,
    }

    /// <summary>Without marks in front, a short line can only announce headers that follow or end in a colon; this spares a look-up for
    /// every line.</summary>
    private static bool MayAnnounce(IReadOnlyList<MailLine> lines, int at)
    {
        string view = lines[at].View;
        return view.Length < 200
            && (
                !char.IsLetterOrDigit(view[0])
                || view[^1] is ':' or ')'
                || IsColon(view[^1])
                || Traces.HasTime(lines[at].Folded)
                || (
                    view.Length < 120
                    && NextText(lines, at + 1) is var next
                    && next < lines.Count
                    && (Header(lines[next], out _, out _) || view.Contains("processed by", StringComparison.Ordinal) || view[0] > '\u2E80')
                )
            );
    }

    private static Announcement Announces(MailLine line)
    {
        ReadOnlySpan<char> view = line.Folded;
        ReadOnlySpan<char> core = view.TrimStart("-_=*~─—–―・ #>").TrimEnd("-_=*~─—–―・ #");
        int lead = Marks(view[..(view.Length - view.TrimStart("-_=*~─—–―・ #").Length)]);
        int trail = Marks(view[view.TrimEnd("-_=*~─—–―・ #").Length..]);
        if (core.IsEmpty || core.Length > 120)
        {
            return Announcement.No;
        }

        bool noun = ContainsAny(core, MailWords.MessageNouns);
        bool earlier = ContainsAny(core, MailWords.EarlierWords);
        if (lead >= 2 && (trail >= 2 || lead >= 4))
        {
            if (noun && earlier && core.Length < 80)
            {
                return Announcement.Certain;
            }

            string words = core.ToString();
            bool says = Traces.VerbEnd(words, out _) >= 0 || earlier;
            if (trail >= 2 && says && (Traces.HasAddress(words) || Traces.HasDate(words)))
            {
                return Announcement.Certain;
            }

            return noun || earlier ? Announcement.IfHeadersFollow : Announcement.No;
        }

        if (core.StartsWith("original message processed by") || IsQuoting(core) || IsForwardedBy(core))
        {
            return Announcement.Certain;
        }

        foreach (string begin in MailWords.ForwardLines)
        {
            if (core.StartsWith(begin) && core.Length <= begin.Length + 30)
            {
                return core.EndsWith(":") || core.Length <= begin.Length + 3 ? Announcement.Certain : Announcement.IfHeadersFollow;
            }
        }

        return noun && earlier && core.Length < 50 ? Announcement.IfHeadersFollow : Announcement.No;
    }

    /// <summary>"Quoting X &lt;x@y.org&gt;:" of webmail programs, above a mail that nothing marks.</summary>
    private static bool IsQuoting(ReadOnlySpan<char> core) =>
        IsColon(core[^1]) && StartsWithAny(core, MailWords.QuotingLines) && Traces.HasAddress(core.ToString());

    /// <summary>"Forwarded by X/Customs on 12/10/2026 09:00" without the dashes that Notes writes around it.</summary>
    private static bool IsForwardedBy(ReadOnlySpan<char> core) =>
        core[^1] is not ('.' or '!' or '?')
        && StartsWithAny(core, MailWords.ForwardedByLines)
        && core.ToString() is var words
        && Traces.HasDate(words)
        && Traces.HasTime(words);

    /// <summary>Two or more header-like lines in a row, with a sender and some proof that it is mail and not prose.</summary>
    private static int Block(IReadOnlyList<MailLine> lines, int at, bool needsProof)
    {
        if (at >= lines.Count || !Header(lines[at], out HeaderRole first, out string value))
        {
            return at < lines.Count && needsProof ? UnknownLanguageBlock(lines, at) : -1;
        }

        int roles = 1 << (int)first;
        bool proof = IsProof(first, value);
        int end = at + 1;
        int others = 0;
        for (int i = at + 1; i < Math.Min(lines.Count, at + LongestBlock) && others <= MostContinuations; i++)
        {
            if (lines[i].IsBlank)
            {
                others += 2;
            }
            else if (lines[i].View.Length <= 2000 && Header(lines[i], out HeaderRole role, out value))
            {
                roles |= 1 << (int)role;
                proof |= IsProof(role, value);
                end = i + 1;
                others = 0;
            }
            else
            {
                proof |= others == 0 && Traces.HasAddress(lines[i].Folded);
                others++;
            }
        }

        int distinct = int.PopCount(roles);
        if (!needsProof)
        {
            return end;
        }

        bool from = (roles & (1 << (int)HeaderRole.From)) != 0;
        bool sent = (roles & (1 << (int)HeaderRole.Sent)) != 0;
        bool to = (roles & (1 << (int)HeaderRole.To)) != 0;
        bool subject = (roles & (1 << (int)HeaderRole.Subject)) != 0;
        return (from && distinct >= 2 && (proof || (subject && distinct >= 3))) || (sent && to && subject && proof)
            ? end
            : UnknownLanguageBlock(lines, at);
    }

    /// <summary>Three labels in a row, with a date and time in one value and an address in another: headers in a language whose words the
    /// lists do not know.</summary>
    private static int UnknownLanguageBlock(IReadOnlyList<MailLine> lines, int at)
    {
        int labels = 0;
        bool time = false;
        bool address = false;
        int i = at;
        for (; i < lines.Count && labels < 8; i++, labels++)
        {
            string view = lines[i].View;
            int colon = ColonIn(view);
            if (colon is < 1 or > 25 || view.Length > 400 || !char.IsLetter(view.TrimStart('*')[0]) || view.AsSpan(0, colon).Count(' ') > 2)
            {
                break;
            }

            string value = CleanText.Fold(view[(colon + 1)..]);
            time |= Traces.HasTime(value) && (Traces.HasDate(value) || HasYear(value));
            address |= Traces.HasAddress(value);
        }

        return labels >= 3 && time && address ? i : -1;
    }

    /// <summary>Lotus Notes: name and date, then "To", "cc" and "Subject" alone on their lines.</summary>
    private static int NotesBlock(IReadOnlyList<MailLine> lines, int at)
    {
        if (lines[at].View.Length > 200 || !(Traces.HasDate(lines[at].Folded) || Traces.HasAddress(lines[at].Folded)))
        {
            return -1;
        }

        bool to = false;
        for (int i = at + 1; i < Math.Min(lines.Count, at + 20); i++)
        {
            if (!MailWords.HeaderLabels.TryGetValue(lines[i].Folded.TrimEnd(':', ' '), out HeaderRole role) || lines[i].View.Length > 20)
            {
                if (!to && i > at + 5)
                {
                    return -1;
                }

                continue;
            }

            to |= role == HeaderRole.To;
            if (to && role == HeaderRole.Subject)
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static bool Header(MailLine line, out HeaderRole role, out string value)
    {
        (HeaderRole Role, string Value)? header = line.AsHeader(ReadHeader);
        (role, value) = header ?? (default, "");
        return header is not null;
    }

    private static (HeaderRole Role, string Value)? ReadHeader(string view)
    {
        int colon = ColonIn(view);
        return
            colon is > 0 and <= LongestLabel
            && MailWords.HeaderLabels.TryGetValue(
                CleanText.Fold(view[..colon]).Trim('*', '_', ' ', '\t', '"', '|', '•'),
                out HeaderRole role
            )
            ? (role, CleanText.Fold(view[(colon + 1)..]).Trim('*', '_', ' ', '\t'))
            : null;
    }

    private static bool IsProof(HeaderRole role, string value) =>
        role switch
        {
            HeaderRole.Sent => Traces.HasDigit(value),
            HeaderRole.From or HeaderRole.To or HeaderRole.Copy => Traces.HasAddress(value),
            _ => false,
        };

    private static int NextText(IReadOnlyList<MailLine> lines, int from)
    {
        int most = Math.Min(lines.Count, from + 6);
        while (from < most && lines[from].IsBlank)
        {
            from++;
        }

        return from;
    }

    /// <summary>A year of any calendar: Thailand writes 2569, Nepal 2083, Iran 1405.</summary>
    private static bool HasYear(string value)
    {
        int run = 0;
        foreach (char c in value)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run == 4)
            {
                return true;
            }
        }

        return false;
    }

    private static int ColonIn(string view)
    {
        for (int at = 0; at < Math.Min(view.Length, LongestLabel + 1); at++)
        {
            if (IsColon(view[at]))
            {
                return at;
            }
        }

        return -1;
    }

    // the colons of Ethiopic, Hebrew, Armenian and vertical writing beside the usual one; full-width ones have become that
    private static bool IsColon(char c) => c is ':' or '\u1365' or '\u1366' or '\u05C3' or '\u0589' or '\uFE13' or '\uFE55' or '\u2236';

    private static bool StartsWithAny(ReadOnlySpan<char> core, string[] words)
    {
        foreach (string word in words)
        {
            if (core.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int Marks(ReadOnlySpan<char> run) => run.Length - run.Count(' ');

    private static bool ContainsAny(ReadOnlySpan<char> core, string[] words)
    {
        foreach (string word in words)
        {
            if (core.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
