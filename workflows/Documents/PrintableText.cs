using System.Text;

namespace ACip.Workflows.Documents;

/// <summary>Removes from text whatever would not survive XML or would make readers see something else than what is there.</summary>
internal static class PrintableText
{
    /// <returns>The text without control characters, unpaired surrogates, non-characters and marks that turn the direction of writing;
    /// lines end with \n alone.</returns>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                plain.Append(letter).Append(text[++at]);
            }
            else if (letter == '\r')
            {
                if (at + 1 == text.Length || text[at + 1] != '\n')
                {
                    plain.Append('\n');
                }
            }
            else if (letter is '\n' or '\t')
            {
                plain.Append(letter);
            }
            else if (!IsUnwanted(letter))
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }

    /// <returns>The text in one line of at most so many characters, cut at a word and marked where it is cut.</returns>
    public static string Short(string? text, int most)
    {
        string line = string.Join(' ', Of(text).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most)
        {
            return line;
        }

        int cut = line.LastIndexOf(' ', most);
        cut = cut < most / 2 ? most : cut;
        return line[..(char.IsHighSurrogate(line[cut - 1]) ? cut - 1 : cut)] + "…";
    }

    private static bool IsUnwanted(char letter) =>
        letter < ' '
        || letter
            is (>= '\u007f' and <= '\u009f')
                or (>= '\u202a' and <= '\u202e')
                or (>= '\u2066' and <= '\u2069')
                or '\u200e'
                or '\u200f'
                or '\u061c'
                or '\ufeff'
                or '\ufffe'
                or '\uffff'
        || char.IsSurrogate(letter);
}
