using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;
using ACip.Workflows.Reporting;

namespace ACip.Workflows.Mail.Receiving;

/// <summary>What was understood and what was not, as the parse-back says it.</summary>
internal static class AnswerLines
{
    private const int LongestKept = 2_000;

    /// <summary>Of a message that does not count yet.</summary>
    public static IReadOnlyList<UnderstoodLine> Understood(ReplyReading reading, IReadOnlyList<FormItem> items, Language language) =>
    [
        .. from figure in reading.Figures
           join item in items on figure.Code equals item.Code
           select new UnderstoodLine(figure.Code, item.Label, SaidWords.Of(SaidAnswer.Of(figure), item, language), Sensitive: item.Sensitive),
    ];

    /// <summary>As it stands in the report now, with what it was before where the message has changed it.</summary>
    public static IReadOnlyList<UnderstoodLine> Understood(ReportAnswerResult done, ReplyReading reading, IReadOnlyList<FormItem> items, Language language) =>
    [
        .. from figure in reading.Figures
           join item in items on figure.Code equals item.Code
           where done.After.Entries.ContainsKey(figure.Code)
           let was = done.Corrections.FirstOrDefault(one => one.Item == figure.Code)?.Was
           select new UnderstoodLine(
               figure.Code, item.Label, SaidWords.Of(SaidAnswer.Of(done.After.Entries[figure.Code]), item, language), was is null ? null : SaidWords.Of(was, item, language), item.Sensitive),
    ];

    public static IReadOnlyList<UnclearLine> Unclear(ReplyReading reading, IReadOnlyList<FormItem> items, Language language) =>
        [.. reading.NotUnderstood.Select(line => new UnclearLine(line.Line, line.HowToSay.In(language), items.Any(item => item.Sensitive && item.Code == line.Code)))];

    /// <summary>Words of the person's that are no answer, as they stand in the acknowledgement; null where there are none.</summary>
    public static string? Kept(ReplyReading reading) =>
        reading.Narrative is { Length: > 0 } words ? words.Length > LongestKept ? words[..LongestKept] + " …" : words : null;
}
