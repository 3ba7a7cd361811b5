using System.Text;

namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>Reads a mail that has both parts twice. If the readings differ, the one that attributes fewer words to the sender is
/// right.</summary>
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
        bool plainTookMore =
            fromMarked.Length > 0 && fromMarked.Length < fromPlain.Length && fromPlain.Contains(fromMarked, StringComparison.Ordinal);
        // ... and it alone knows what was struck out or raised, and what stood in one row of a table
        bool saysMore = fromMarked == fromPlain && (Markup.IsIn(marked.Text) || marked.Text.Contains('\t', StringComparison.Ordinal));
        return plainTookMore || saysMore ? marked
            : Markup.IsIn(marked.Text) || marked.Quoted.Any(Markup.IsIn) ? WithMarkup(plain, marked)
            : plain;
    }

    /// <summary>The two parts differ otherwise: line by line, what the HTML part shows struck out or raised is so in the text
    /// too.</summary>
    private static ReplyText WithMarkup(ReplyText plain, ReplyText marked)
    {
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in marked.Text.Split('\n').Concat(marked.Quoted).Where(Markup.IsIn))
        {
            shown.TryAdd(Letters(line), line);
        }

        string[] ownLetters = [.. plain.Text.Split('\n').Select(Letters)];
        bool htmlTookMore = Letters(marked.Text).Length > Letters(plain.Text).Length * 1.1;
        if (!htmlTookMore && marked.Text.Split('\n').Any(line => Markup.IsIn(line) && !ownLetters.Contains(Letters(line))))
        {
            return marked; // the lines were broken otherwise: which words are struck out cannot be told in the text
        }

        string Shown(string line) =>
            Letters(line) is { Length: > 0 } letters && shown.TryGetValue(letters, out string? better) ? better : line;
        return plain with { Text = string.Join('\n', plain.Text.Split('\n').Select(Shown)), Quoted = [.. plain.Quoted.Select(Shown)] };
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
            else if (Markup.IsRaised(c))
            {
                letters.Append((char)('0' + System.Globalization.CharUnicodeInfo.GetDigitValue(c)));
            }
        }

        return letters.ToString();
    }
}
