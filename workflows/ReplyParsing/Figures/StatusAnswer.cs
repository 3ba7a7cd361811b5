using System.Text.RegularExpressions;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>"on track: the code was signed", "delayed to 30 June 2026, no venue": a status from the list, for an activity also a day, and
/// a sentence.</summary>
internal static partial class StatusAnswer
{
    private static readonly char[] Between = [' ', '\t', '\n', ':', '-', '–', '—', ',', '،', ';', '؛', '.', '(', ')', '='];

    private static readonly string[] Limits = ReplyWords.All(words => words.Limits);

    public static Answer Read(FormItemKind kind, string text, Language language)
    {
        if (text.Length > ReadingBounds.LongestNarrative)
        {
            return new(Problem: NotUnderstoodReason.TooLong);
        }

        bool result = kind == FormItemKind.ResultStatus;
        if (ItemStatuses.Read(kind, CleanText.Fold(text)) is not { } found)
        {
            return new(Problem: result ? NotUnderstoodReason.NotARating : NotUnderstoodReason.NotAStatus);
        }

        // folding may change the length of what precedes only for ligatures, which no such word has
        string after = text[CleanText.LengthOf(text, found.Length)..];
        string rest = after.Trim(Between);
        if (result)
        {
            return new(Narrative: Sentence(rest), Status: found.Status) { Problem = InPart(found.Status, after, rest) };
        }

        (DateOnly? day, string behind) = LeadingDay.Read(rest, language, null, out bool ambiguous);
        return ambiguous
            ? new(Problem: NotUnderstoodReason.AmbiguousDate)
            : new(Date: day, Narrative: Sentence(behind), Status: found.Status)
            {
                Problem = InPart(found.Status, day is null ? after : "", behind),
            };
    }

    /// <summary>"Done in part", "met in 2 of 5 posts": nobody would ask again for what is left.</summary>
    /// <param name="after">What stands behind the word, with what parts the two: "done, 24 of 30 came" is done.</param>
    /// <param name="sentence">Of it, what is neither day nor sign.</param>
    private static NotUnderstoodReason? InPart(ItemStatus status, string after, string sentence) =>
        status is ItemStatus.Done or ItemStatus.Met
        && (BeginsWithLimit(after.TrimStart(' ', '('), counts: true) || BeginsWithLimit(sentence, counts: false))
            ? NotUnderstoodReason.DoneInPart
            : null;

    /// <param name="counts">True: only words with a number; false: only those without.</param>
    private static bool BeginsWithLimit(string said, bool counts)
    {
        string folded = CleanText.Fold(said);
        string[] numbers = [.. Number().Matches(folded).Select(number => number.Value)];
        bool all = numbers is [var part, var whole, ..] && part == whole; // "in 5 of 5 posts"
        string counted = all ? folded : Number().Replace(folded, number => number.Value == "100" ? number.Value : "#");
        return Limits.Any(word =>
            word.Contains('#', StringComparison.Ordinal) == counts
            && counted.StartsWith(word, StringComparison.Ordinal)
            && (counted.Length == word.Length || !char.IsLetterOrDigit(counted[word.Length]))
        );
    }

    [GeneratedRegex("[0-9]+([.,][0-9]+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    private static string? Sentence(string rest) => rest.Any(char.IsLetter) ? rest : null;
}
