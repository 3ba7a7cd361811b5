using ACip.Workflows.Languages;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>Limits on how much of a mail is read and kept. What exceeds them is never lost silently, but asked back.</summary>
internal static class ReadingBounds
{
    /// <summary>Lines of the sender's in one mail; far more than any form has.</summary>
    public const int MostLines = 10_000;

    /// <summary>A longer line contains no answer: a whole narrative with its code is shorter.</summary>
    public const int LongestAnswerLine = TextBounds.Narrative + 100;

    /// <summary>Of the lines that an answer was read from.</summary>
    public const int LongestKept = 1_000;

    /// <summary>Of a line that is asked back.</summary>
    public const int LongestAskedBack = 500;

    /// <summary>The most lines asked back; nobody reads more.</summary>
    public const int MostAskedBack = 100;

    /// <summary>Of one answer in words.</summary>
    public const int LongestNarrative = TextBounds.Narrative;

    /// <summary>Of a reason.</summary>
    public const int LongestReason = TextBounds.Reason;
}
