using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>The person's own lines, how each was classified, and which of them continue the previous one.</summary>
internal sealed class ClassifiedLines
{
    public ClassifiedLines(string text, Findings findings)
    {
        string[] raw = text.Split('\n', ReadingBounds.MostLines + 1);
        bool tooMany = raw.Length > ReadingBounds.MostLines;
        Raw = tooMany ? raw[..ReadingBounds.MostLines] : raw;
        Clean = [.. Raw.Select(line => StruckOut.Without(CleanText.Clean(line)))];
        Ends = new LineEnd?[Count];
        GoesOn = new bool[Count];
        if (tooMany)
        {
            findings.AskBack("…", [], NotUnderstoodReason.TooLong);
        }
    }

    public int Count => Clean.Length;

    /// <summary>As they were written.</summary>
    public string[] Raw { get; }

    /// <summary>As they are read.</summary>
    public string[] Clean { get; }

    public LineEnd?[] Ends { get; }

    public bool[] GoesOn { get; }

    public static bool IsBlank(string line) => line.AsSpan().Trim([' ', '\t', StruckOut.Mark]).IsEmpty;

    /// <summary>The line behind those that go on from this one.</summary>
    public int Behind(int i)
    {
        int next = i + 1;
        while (next < Count && GoesOn[next])
        {
            next++;
        }

        return next;
    }

    /// <summary>What goes on from a line ends as that line does.</summary>
    public void MarkBelow(int i, bool taken) =>
        Array.Fill(Ends, taken ? LineEnd.Understood : LineEnd.NotUnderstood, i + 1, Behind(i) - i - 1);

    public List<ReadLine> Sorted()
    {
        string[] shown = [.. Clean.Select(line => line.Trim())];
        bool[] courtesy = Courtesies.Among(shown, at => Ends[at] is null or LineEnd.Narrative);
        var sorted = new List<ReadLine>();
        for (int at = 0; at < Count; at++)
        {
            if (IsBlank(Clean[at]))
            {
                continue;
            }

            LineEnd end = courtesy[at] ? LineEnd.Courtesy : Ends[at] ?? LineEnd.Narrative;
            if (end != LineEnd.OfTheForm)
            {
                sorted.Add(new ReadLine(Raw[at].Trim(), end));
            }
        }

        return sorted;
    }
}
