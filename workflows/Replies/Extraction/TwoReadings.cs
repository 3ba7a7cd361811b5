using System.Text;

namespace ACip.Workflows.Replies.Extraction;

/// <summary>A mail with both parts is read twice; where the readings differ, the one that takes less for the sender's words is right.</summary>
internal static class TwoReadings
{
    public static ReplyText MoreCareful(ReplyText plain, ReplyText marked)
    {
        if (plain.Text.Length == 0)
        {
            return marked;
        }

        string fromPlain = Letters(plain.Text);
        string fromMarked = Letters(marked.Text);
        // the plain part keeps what was typed exactly; the HTML part knows better where a quotation begins
        bool plainTookMore = fromMarked.Length > 0 && fromMarked.Length < fromPlain.Length && fromPlain.Contains(fromMarked, StringComparison.Ordinal);
        return plainTookMore ? marked : plain;
    }

    private static string Letters(string text)
    {
        StringBuilder letters = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }
}
