using System.Globalization;
using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;

namespace ACip.Workflows.Mail.Receiving;

/// <summary>What was understood and what was not, as the parse-back says it.</summary>
internal static class AnswerLines
{
    private const int LongestKept = 2_000;

    public static IReadOnlyList<UnderstoodLine> Understood(ReplyReading reading, IReadOnlyList<FormItem> items, Language language) =>
    [
        .. from figure in reading.Figures
           join item in items on figure.Code equals item.Code
           select new UnderstoodLine(figure.Code, item.Label, Value(figure, language), item.Kind == FormItemKind.Percentage && figure.Value is not null ? "%" : figure.Value is null ? null : item.Unit, item.Sensitive),
    ];

    public static IReadOnlyList<UnclearLine> Unclear(ReplyReading reading, IReadOnlyList<FormItem> items, Language language) =>
        [.. reading.NotUnderstood.Select(line => new UnclearLine(line.Line, line.HowToSay.In(language), items.Any(item => item.Sensitive && item.Code == line.Code)))];

    /// <summary>Words of the person's that are no answer, as they stand in the acknowledgement; null where there are none.</summary>
    public static string? Kept(ReplyReading reading) =>
        reading.Narrative is { Length: > 0 } words ? words.Length > LongestKept ? words[..LongestKept] + " …" : words : null;

    private static string Value(Figure figure, Language language)
    {
        string value = figure switch
        {
            { MissingReason: { } reason } => new Text3($"no value: {reason}", $"pas de valeur : {reason}", $"sin valor: {reason}").In(language),
            { Value: { } number } => Number(number, language),
            { Reached: true, Date: { } day } => $"{new Text3("yes", "oui", "sí").In(language)}, {new DateWords(language, "Etc/UTC").Day(day)}",
            { Reached: { } reached } => (reached ? new Text3("yes", "oui", "sí") : new Text3("no", "non", "no")).In(language),
            { Date: { } date } => new DateWords(language, "Etc/UTC").Day(date),
            _ => figure.Narrative ?? "",
        };
        return figure.Groups.Count == 0
            ? value
            : $"{value} ({string.Join(", ", figure.Groups.Select(group => $"{group.Key}: {Number(group.Value, language)}"))})";
    }

    private static string Number(decimal number, Language language)
    {
        string text = number.ToString("0.############", CultureInfo.InvariantCulture);
        return language == Language.En ? text : text.Replace('.', ',');
    }
}
