using System.Text;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>The changes of a round as a CSV file, in the reader's language.</summary>
public static class RoundChangesCsv
{
    /// <summary>Byte order mark, so that spreadsheet programs read accents.</summary>
    private const string Mark = "\uFEFF";

    public static byte[] Write(IReadOnlyList<RoundChange> changes, IReadOnlyList<FormItem> items, Language language)
    {
        var csv = new StringBuilder(Mark);
        Line([Texts.ChangesItem, Texts.ChangesLabel, Texts.ChangesAsked, Texts.ChangesBefore, Texts.ChangesNow, Texts.ChangesWhat]);
        foreach (RoundChange change in changes)
        {
            FormItem? item = items.FirstOrDefault(one => one.Code == change.Item);
            Line([
                Text.Same(change.Item),
                Text.Same(item?.Label ?? ""),
                Text.Same(change.Asked ?? ""),
                Text.Same(Said(change.Was, item, language)),
                Text.Same(Said(change.Now, item, language)),
                Words(change.Kind),
            ]);
        }

        return Encoding.UTF8.GetBytes(csv.ToString());

        void Line(IEnumerable<Text> cells) => csv.Append(string.Join(',', cells.Select(cell => Quoted(cell.In(language))))).Append("\r\n");
    }

    public static Text Words(RoundChangeKind kind) =>
        kind switch
        {
            RoundChangeKind.Changed => Texts.ChangesChanged,
            RoundChangeKind.SaidAgain => Texts.ChangesSaidAgain,
            _ => Texts.ChangesNotAnswered,
        };

    public static string Said(SaidAnswer? said, FormItem? item, Language language) =>
        said is null ? "" : SaidWords.Of(said, item, language);

    /// <summary>Quotes text that a spreadsheet would otherwise read as a formula.</summary>
    private static string Quoted(string text) =>
        $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
