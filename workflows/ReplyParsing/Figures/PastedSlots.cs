namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>Slots of the form that were pasted, filled in, among the person's own lines.</summary>
internal sealed class PastedSlots(ClassifiedLines own, FormCodes codes, Findings findings, PrintedWords printed)
{
    public void Take()
    {
        string text = string.Join('\n', own.Clean);
        int line = 0;
        int lineStart = 0;
        foreach (Slot slot in Slots.In(text, codes))
        {
            LineEnd end = QuotedForm.AddSlot(text, slot, findings);
            while (lineStart + own.Clean[line].Length < slot.Start)
            {
                lineStart += own.Clean[line++].Length + 1;
            }

            if (slot.Start - lineStart <= ReadingBounds.LongestAnswerLine)
            {
                MentionBefore(line, text[lineStart..slot.Start]);
            }

            for (int l = line, at = lineStart; l < own.Count && at < slot.End; at += own.Clean[l++].Length + 1)
            {
                own.Ends[l] = own.Ends[l] is { } before && before > end ? before : end;
            }
        }
    }

    /// <summary>Words of the person's before a slot on its line.</summary>
    private void MentionBefore(int line, string before)
    {
        if (
            own.Ends[line] is null
            && !before.Contains(']', StringComparison.Ordinal)
            && LineCodes.In(before, codes) is { Any: true } said
            && !printed.Contains(before)
        )
        {
            findings.AskBack(
                own.Raw[line].Trim(),
                [.. said.Items.DistinctBy(item => item.Code)],
                NotUnderstoodReason.InASentence,
                said.Items,
                doubts: Doubts.Casts(before, codes)
            );
            own.Ends[line] = LineEnd.NotUnderstood;
        }
    }
}
