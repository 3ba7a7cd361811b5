using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>"on track: the code was signed", "delayed to 30 June 2026, no venue": a status from the list, for an activity also a day, and
/// a sentence.</summary>
internal static class StatusAnswer
{
    private static readonly char[] Between = [' ', '\t', '\n', ':', '-', '–', '—', ',', '،', ';', '؛', '.', '(', ')', '='];

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
        string rest = text[CleanText.LengthOf(text, found.Length)..].Trim(Between);
        if (result)
        {
            return new(Narrative: Sentence(rest), Status: found.Status);
        }

        (DateOnly? day, string behind) = LeadingDay.Read(rest, language, null, out bool ambiguous);
        return ambiguous
            ? new(Problem: NotUnderstoodReason.AmbiguousDate)
            : new(Date: day, Narrative: Sentence(behind), Status: found.Status);
    }

    private static string? Sentence(string rest) => rest.Any(char.IsLetter) ? rest : null;
}
