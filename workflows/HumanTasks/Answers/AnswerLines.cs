using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>The lines of an acknowledgement that say what was not understood and which of the sender's words are kept. The same for every
/// kind of reply.</summary>
internal static class AnswerLines
{
    private const int LongestKept = 2_000;

    public static Text SubmitWord { get; } = Texts.CommandSubmit;

    public static Text LaterStands { get; } = Texts.LaterAnswerStands;

    public static IReadOnlyList<UnclearLine> Unclear(ParsedReply reading, IReadOnlyList<FormItem> items, Language language) =>
        [
            .. reading.NotUnderstood.Select(line => new UnclearLine(
                line.Line,
                line.HowToSay.In(language),
                items.Any(item => item.Sensitive && item.Code == line.Code)
            )),
        ];

    /// <summary>The person's words that answer no question, as quoted in the acknowledgement; null if there are none.</summary>
    public static string? Kept(ParsedReply reading) =>
        reading.Narrative is { Length: > 0 } words
            ? words.Length > LongestKept
                ? words[..LongestKept] + " …"
                : words
            : null;
}
