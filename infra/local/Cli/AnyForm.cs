using System.Text.RegularExpressions;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;

namespace ACip.Local.Cli;

/// <summary>Where it is not known what was asked: every code that stands in the message is taken for an item, of the kind that its answer has.</summary>
internal static partial class AnyForm
{
    /// <summary>In this order: what can be read as a number is one.</summary>
    private static readonly FormItemKind[] Kinds = [FormItemKind.Number, FormItemKind.Percentage, FormItemKind.YesNo, FormItemKind.Date, FormItemKind.Narrative];

    public static IReadOnlyList<FormItem> Of(ReplyText text, Language language)
    {
        string all = string.Join('\n', [text.Text, .. text.Quoted, .. text.Signature]);
        string[] codes = [.. Code().Matches(all).Select(match => match.Groups["code"].Value.ToUpperInvariant()).Distinct()];
        var kinds = new Dictionary<string, FormItemKind>(StringComparer.Ordinal);
        foreach (FormItemKind kind in Kinds)
        {
            ReplyReading reading = ReplyReader.Read(text, [.. codes.Select(code => Item(code, kind))], language);
            foreach (Figure figure in reading.Figures)
            {
                kinds.TryAdd(figure.Code, kind);
            }
        }

        // what no kind can read is asked for as a number: so it is asked back and not lost
        return [.. codes.Select(code => Item(code, kinds.GetValueOrDefault(code, FormItemKind.Number)))];
    }

    private static FormItem Item(string code, FormItemKind kind) => new(code, kind, code);

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<code>[A-Za-z]{1,4}[0-9]{1,3}(\.[0-9]{1,3})*)(?=[^\S\n]*[:=\[])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
