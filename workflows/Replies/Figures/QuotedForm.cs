using ACip.Workflows.Replies.Extraction;

namespace ACip.Workflows.Replies.Figures;

/// <summary>Reads the form where it stands quoted: its brackets, and nothing else.</summary>
internal static class QuotedForm
{
    public static void Read(IReadOnlyList<string> quoted, FormCodes codes, Findings findings)
    {
        if (quoted.Count == 0)
        {
            return;
        }

        string[] lines = [.. quoted.Select(CleanText.Clean)];
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

            foreach (AnswerLine answer in AnswerLine.On(emptyBrackets ? line[..open] : line, codes))
            {
                // the form has lost this item's brackets, or they were pushed behind what was typed
                if (answer.Certain && !withSlot.Contains(answer.Item.Code) && !findings.Knows(answer.Item))
                {
                    findings.AskBack(answer.Item.Sensitive ? answer.Item.Code : line.Trim(), answer.Item.Code, answer.Item.Sensitive ? NotUnderstoodReason.ThroughTheLink : NotUnderstoodReason.OutsideTheBrackets);
                }
            }
        }
    }

    public static void AddSlot(string text, Slot slot, Findings findings)
    {
        if (slot.Problem is null && (slot.Written.Length == 0 || FilledSlot.IsAsPrinted(slot.Item, slot.Group, slot.Written)))
        {
            return;
        }

        string line = text[slot.Start..Math.Min(text.Length, slot.End)].Trim();
        findings.Add(slot.Item, slot.Problem is { } problem ? new(Problem: problem) : Answer.Read(slot.Item, slot.Group, slot.Written, findings.Language), line);
    }
}
