using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>The closed grammar of commands. Each is alone on its line; case and accents do not matter; all languages are
/// understood.</summary>
internal static class CommandLines
{
    private static readonly string[] Submit = ReplyWords.All(words => words.Submit);
    private static readonly string[] Nil = ReplyWords.All(words => words.Nil);
    private static readonly string[] Question = ReplyWords.All(words => words.Question);
    private static readonly string[] Correct = ReplyWords.All(words => words.Correct);
    private static readonly string[] MoreTime = ReplyWords.All(words => words.MoreTime);

    /// <param name="line">Cleaned.</param>
    /// <param name="missing">The command lacks the words that it needs.</param>
    /// <param name="takesMore">The words may go on in the next lines.</param>
    /// <param name="asked">What is asked in a form that can be given more time; null where it cannot.</param>
    public static Command? Read(string line, out NotUnderstoodReason? missing, out bool takesMore, AskedWithin? asked = null)
    {
        missing = null;
        takesMore = false;
        // a word in quotation marks is the word: "reply with SUBMIT alone on a line"
        string text = line.Trim(' ', '\t', StruckOut.Mark).Trim('*', '_', '"', '\'', '`', '[', ']').Trim();
        if (text.Length < 3)
        {
            return null;
        }

        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string word = CleanText
            .Fold(
                colon is >= 0 and < 20 ? text[..colon]
                : text.Length > 20 ? ""
                : text
            )
            .Trim(' ', '*', '_');
        if (colon < 0)
        {
            string bare = word.TrimEnd('.', '!');
            if (Submit.Contains(bare))
            {
                return new Command.Submit();
            }

            if (Correct.Contains(bare))
            {
                return new Command.Correct();
            }
        }

        if (colon >= 20)
        {
            return null;
        }

        string said = colon < 0 ? "" : text[(colon + 1)..].Trim(' ', '*', '_', '\t');
        string name = colon < 0 ? word.TrimEnd('.', '!') : word;
        if (Nil.Contains(name))
        {
            bool says = GivenReason.IsOne(said);
            missing = says ? null : NotUnderstoodReason.ReasonMissing;
            takesMore = says;
            return says ? new Command.Nil(said) : null;
        }

        if (Question.Contains(name))
        {
            bool says = said.Any(char.IsLetterOrDigit);
            missing = says ? null : NotUnderstoodReason.TextMissing;
            takesMore = true;
            return says ? new Command.Question(said) : null;
        }

        if (asked is not null && MoreTime.Contains(name))
        {
            Command? more = ReadMoreTime(said, asked);
            missing = more is null ? NotUnderstoodReason.NotMoreTime : null;
            takesMore = more is not null;
            return more;
        }

        return null;
    }

    private static Command.MoreTime? ReadMoreTime(string said, AskedWithin asked) =>
        LeadingDay.Read(said, asked.Language, asked.After, out _) is ({ } day, var why) && GivenReason.IsOne(why)
            ? new Command.MoreTime(day, why)
            : null;
}

/// <param name="After">Where a day without its year is read as the next one after this.</param>
internal sealed record AskedWithin(Language Language, DateOnly After);
