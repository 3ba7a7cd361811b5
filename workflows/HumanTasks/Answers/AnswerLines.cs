using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>What was not understood and what is kept of any reply, as the parse-back says it.</summary>
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

    /// <summary>Words of the person's that are no answer, as they stand in the acknowledgement; null where there are none.</summary>
    public static string? Kept(ParsedReply reading) =>
        reading.Narrative is { Length: > 0 } words
            ? words.Length > LongestKept
                ? words[..LongestKept] + " …"
                : words
            : null;
}
