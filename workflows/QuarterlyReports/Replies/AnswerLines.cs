using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Replies;

/// <summary>What was understood and what was not, as the parse-back says it.</summary>
internal static class AnswerLines
{
    private const int LongestKept = 2_000;

    /// <summary>Of a message that does not count yet.</summary>
    public static IReadOnlyList<UnderstoodLine> Understood(ParsedReply reading, IReadOnlyList<FormItem> items, Language language) =>
    [
        .. from figure in reading.Figures
           join item in items on figure.Code equals item.Code
           select new UnderstoodLine(figure.Code, item.Label, SaidWords.Of(SaidAnswer.Of(figure), item, language), Sensitive: item.Sensitive),
    ];

    /// <summary>As it stands in the report now, with what it was before where the message has changed it.</summary>
    public static IReadOnlyList<UnderstoodLine> Understood(ReportAnswerResult done, ParsedReply reading, IReadOnlyList<FormItem> items, Language language) =>
    [
        .. from figure in reading.Figures
           join item in items on figure.Code equals item.Code
           where done.After.Entries.ContainsKey(figure.Code)
           let was = done.Corrections.FirstOrDefault(one => one.Item == figure.Code)?.Was
           select new UnderstoodLine(
               figure.Code, item.Label, SaidWords.Of(SaidAnswer.Of(done.After.Entries[figure.Code]), item, language), was is null ? null : SaidWords.Of(was, item, language), item.Sensitive),
    ];

    public static IReadOnlyList<UnclearLine> Unclear(ParsedReply reading, IReadOnlyList<FormItem> items, Language language) =>
        [.. reading.NotUnderstood.Select(line => new UnclearLine(line.Line, line.HowToSay.In(language), items.Any(item => item.Sensitive && item.Code == line.Code)))];

    /// <summary>Words of the person's that are no answer, as they stand in the acknowledgement; null where there are none.</summary>
    public static string? Kept(ParsedReply reading) =>
        reading.Narrative is { Length: > 0 } words ? words.Length > LongestKept ? words[..LongestKept] + " …" : words : null;

    /// <summary>What does not count, since something else was said after the message had arrived.</summary>
    public static IReadOnlyList<UnclearLine> Overtaken(ParsedReply reading, ReportAnswerResult done, IReadOnlyList<FormItem> items, Language language) =>
    [
        .. reading.Figures.Where(figure => done.Overtaken.Contains(figure.Code)).Select(figure => new UnclearLine(figure.Line, LaterStands.In(language), items.Any(item => item.Sensitive && item.Code == figure.Code))),
        .. done.CommandOvertaken ? [new UnclearLine((reading.Command is Command.Nil ? NilWord : SubmitWord).In(language), CommandVoid.In(language))] : Array.Empty<UnclearLine>(),
    ];

    internal static Text3 SubmitWord { get; } = new("SUBMIT", "SOUMETTRE", "ENVIAR");

    private static Text3 NilWord { get; } = new("NIL", "NÉANT", "NADA");

    private static Text3 CommandVoid { get; } = new(
        "Since this was sent, the report has been sent back or answered otherwise; nothing was handed in by it.",
        "Depuis cet envoi, le rapport a été renvoyé ou a reçu une autre réponse ; rien n'a été remis par ce message.",
        "Desde este envío, el informe fue devuelto o recibió otra respuesta; este mensaje no entregó nada.");

    internal static Text3 LaterStands { get; } = new(
        "A later answer to this has been received, and it stands. If this one is right, send it once more.",
        "Une réponse plus récente a été reçue et reste valable. Si celle-ci est juste, envoyez-la de nouveau.",
        "Se recibió una respuesta posterior, que sigue vigente. Si esta es la correcta, envíela de nuevo.");

}
