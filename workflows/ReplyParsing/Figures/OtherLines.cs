using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>Lines without a code of the form. Those that may have been meant as an answer or a command are asked back; the rest is
/// narrative.</summary>
internal static class OtherLines
{
    private const int LongestFigure = 25;
    private const int LongestCommand = 60;

    private static readonly string[] CommandWords = ReplyWords.All(words => words.Submit.Concat(words.NearSubmit).Concat(words.Nil));
    private static readonly string[] Commands = ReplyWords.All(words => words.Submit.Concat(words.Nil));

    /// <param name="before">What was answered last: a correction without a code is of that, or so it seems.</param>
    /// <returns>Null: words that are nothing of the kind.</returns>
    public static LineEnd? Read(string clean, string line, IReadOnlyList<FormItem> before, Findings findings)
    {
        bool corrects = false;
        NotUnderstoodReason? reason =
            LooksLikeOtherCode(clean) ? NotUnderstoodReason.UnknownCode
            : IsFigureAlone(clean, out corrects) ? NotUnderstoodReason.NoCode
            : CleanText.LooksDamaged(line) && line.IndexOf(':', StringComparison.Ordinal) is > 1 and < 20
                ? NotUnderstoodReason.WrongCharacters
            : IsNearCommand(clean) ? NotUnderstoodReason.CommandInWords
            : null;
        if (reason is { } asked)
        {
            findings.AskBack(line, asked == NotUnderstoodReason.NoCode && corrects ? before : [], asked);
            return LineEnd.NotUnderstood;
        }

        return null;
    }

    private static bool LooksLikeOtherCode(string clean)
    {
        string keyed = FormCodes.Key(clean.Trim(' ', '\t', '*', '-', '•', '(', '[', '"', StruckOut.Mark));
        if (FormCodes.LooksLikeOther(keyed))
        {
            return true;
        }

        // behind a label: "Indicator D9: 45"
        for (
            int at = keyed.IndexOf(' ', StringComparison.Ordinal), words = 0;
            at >= 0 && words < 6;
            at = keyed.IndexOf(' ', at + 1), words++
        )
        {
            if (FormCodes.LooksLikeOther(keyed[(at + 1)..].TrimStart(' ', '(', '[', '"')))
            {
                return LeadWords.Of(keyed[..at]) != Lead.Sentence;
            }
        }

        return false;
    }

    /// <summary>"45 %", "Correction: 45 %". A telephone number is none.</summary>
    private static bool IsFigureAlone(string clean, out bool corrects)
    {
        string text = clean.Trim(' ', '\t', '[', ']', '(', ')', '*', '%', '.', '"', StruckOut.Mark);
        int first = text.AsSpan().IndexOfAnyInRange('0', '9');
        corrects = first > 0 && LeadWords.Of(text[..first]) == Lead.Correction;
        text = corrects ? text[first..] : text;

        return text.Length is > 0 and < LongestFigure
            && text[0] != '+'
            && text.Count(char.IsAsciiDigit) < 10
            && NumberReader.Read(text, decimalComma: true, out int end, out NotUnderstoodReason problem) is var value
            && end == text.TrimEnd('%', ' ').Length
            && (value is not null || problem == NotUnderstoodReason.AmbiguousNumber)
            && !(value is null && text.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>"SUBMIT now", "NIL no activity": a command, but not alone on its line.</summary>
    private static bool IsNearCommand(string clean)
    {
        string text = clean.Trim();
        if (text.Length is < 3 or > LongestCommand)
        {
            return false;
        }

        string[] words = text.Split(
            [' ', '\t', ',', '.', '!', ':', ';', '-', '–', '—', '"', '(', ')', '*', '_', '[', ']'],
            StringSplitOptions.RemoveEmptyEntries
        );
        return words.Length > 0 && (CommandWords.Contains(CleanText.Fold(words[0])) || words.Any(IsCommandInCapitals));
    }

    // a script without capitals shows nothing by them
    private static bool IsCommandInCapitals(string word) =>
        word.Any(char.IsUpper) && !word.Any(char.IsLower) && Commands.Contains(CleanText.Fold(word));
}
