using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>Reads the form where it stands quoted: its brackets, and nothing else.</summary>
internal static class QuotedForm
{
    public static void Read(IReadOnlyList<string> quoted, FormCodes codes, Findings findings)
    {
        if (quoted.Count == 0)
        {
            return;
        }

        string[] lines = [.. quoted.Take(ReadingBounds.MostLines * 4).Select(line => StruckOut.Without(CleanText.Clean(line)))];
        string text = string.Join('\n', lines);
        List<Slot> slots = Slots.In(text, codes);
        foreach (Slot slot in slots)
        {
            AddSlot(text, slot, findings);
        }

        bool formIsThere = slots.Count > 0;
        HashSet<string> withSlot = [.. slots.Select(slot => slot.Item.Code)];
        foreach (string line in lines)
        {
            if (line.Length > 2000)
            {
                continue;
            }

            int open = line.IndexOf('[', StringComparison.Ordinal);
            int close = line.IndexOf(']', StringComparison.Ordinal);
            bool emptyBrackets = open >= 0 && close > open && Slots.IsEmpty(line.AsSpan(open + 1, close - open - 1));
            if (!formIsThere && !emptyBrackets)
            {
                continue;
            }

            LineCodes said = LineCodes.In(emptyBrackets ? line[..open] : line, codes);
            foreach (FigureLine answer in said.Answers.Where(answer => answer.Certain && answer.Written.Length > 0))
            {
                // the form has lost this item's brackets, or they were pushed behind what was typed
                FormItem[] lost = [.. answer.Items.Where(item => !withSlot.Contains(item.Code) && !findings.Knows(item))];
                if (lost.Length > 0)
                {
                    findings.AskBack(
                        line.Trim(),
                        lost,
                        lost.All(item => item.Sensitive) ? NotUnderstoodReason.ThroughTheLink : NotUnderstoodReason.OutsideTheBrackets,
                        said.Items
                    );
                }
            }
        }
    }

    /// <returns>What its line has come to.</returns>
    public static LineEnd AddSlot(string text, Slot slot, Findings findings)
    {
        if (
            slot.Problem is null
            && (
                slot.Written.AsSpan().Trim([' ', '\t', '\n', StruckOut.Mark]).IsEmpty
                || FilledSlot.IsAsPrinted(slot.Item, slot.Group, slot.Written)
            )
        )
        {
            return LineEnd.OfTheForm;
        }

        string line = text[slot.Start..Math.Min(text.Length, slot.End)].Trim();
        Answer answer = slot.Problem is { } problem
            ? new(Problem: problem)
            : Answer.Read(slot.Item, slot.Group, slot.Written, findings.Language);
        return findings.Add(slot.Item, answer, line) ? LineEnd.Understood : LineEnd.NotUnderstood;
    }
}
