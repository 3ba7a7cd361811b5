using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing;

/// <summary>Recognises a line that only confirms receipt.</summary>
internal static class ReceiptWords
{
    private static readonly HashSet<string> Words = new(ReplyWords.All(words => words.Received), StringComparer.Ordinal);

    public static bool Is(string line) => line.Length < 60 && Words.Contains(CleanText.Fold(line).Trim(' ', '.', '!', '*', '-', '>'));
}
