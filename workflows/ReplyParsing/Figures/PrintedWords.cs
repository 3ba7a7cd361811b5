using System.Text;
using ACip.Workflows.Languages;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>What the form itself prints; a line that stands in it was not written by the person, however it is wrapped.</summary>
internal sealed class PrintedWords
{
    private const int Shortest = 4;
    private readonly string all;
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);

    public PrintedWords(IReadOnlyList<FormItem> items, Language language)
    {
        all = Compact(
            MailedForm.PrintedIntro(items, language)
                + string.Join(' ', items.Select(item => MailedForm.Printed(item, language)))
                + MailedForm.PrintedBeforeReached(language)
        );
        whole.UnionWith(
            items
                .Where(item => !item.Sensitive)
                .SelectMany(item => (string?[])[item.Unit, item.Label, $"({item.Code})", item.Kind == FormItemKind.Percentage ? "%" : null])
                .OfType<string>()
                .Select(Compact)
        );
    }

    public bool Contains(string line) =>
        line.Length < 400
        && Compact(line) is { Length: > 0 } compact
        && (whole.Contains(compact) || (compact.Length >= Shortest && all.Contains(compact, StringComparison.Ordinal)));

    private static string Compact(string words)
    {
        StringBuilder compact = new(words.Length);
        foreach (char c in FormCodes.Key(words))
        {
            if (!char.IsWhiteSpace(c))
            {
                compact.Append(c);
            }
        }

        return compact.ToString();
    }
}
