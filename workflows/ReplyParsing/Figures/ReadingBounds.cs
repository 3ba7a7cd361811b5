using ACip.Workflows.Languages;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>How much of a mail is read, and how much of it is kept as it was written. What is beyond is never lost in silence: it is asked
/// back.</summary>
internal static class ReadingBounds
{
    /// <summary>Own lines of one mail; far more than any form has.</summary>
    public const int MostLines = 10_000;

    /// <summary>A line that is longer holds no answer: a whole narrative, and its code, are shorter.</summary>
    public const int LongestAnswerLine = TextBounds.Narrative + 100;

    /// <summary>Of the lines that an answer was read from.</summary>
    public const int LongestKept = 1_000;

    /// <summary>Of a line that is asked back.</summary>
    public const int LongestAskedBack = 500;

    /// <summary>Lines that are asked back; nobody reads more of them.</summary>
    public const int MostAskedBack = 100;

    /// <summary>Of one answer in words.</summary>
    public const int LongestNarrative = TextBounds.Narrative;

    /// <summary>Of a reason.</summary>
    public const int LongestReason = TextBounds.Reason;
}
