using System.Text.RegularExpressions;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>"ASSIGN A3, A4: amina@customs.example": items that somebody else is to answer. The command is understood in every language; it
/// must be followed by codes, a colon and one address.</summary>
internal static partial class AssignLine
{
    private static readonly string[] Words = ReplyWords.All(words => words.Assign);

    /// <summary>Whether the line begins with the command and names an item or an address; otherwise it is a sentence.</summary>
    /// <param name="line">Cleaned.</param>
    public static bool Is(string line, FormCodes codes) =>
        line.Length <= ReadingBounds.LongestAnswerLine
        && Behind(line) is { } rest
        && (codes.In(FormCodes.Key(rest)) is [{ Start: 0 }, ..] || rest.Contains('@', StringComparison.Ordinal));

    public static bool IsAddress(string line) =>
        Addresses(line) is [{ } one] && line.Trim(' ', '<', '>', '.', StruckOut.Mark).Length <= one.Length + 8;

    /// <returns>Null where it is not certain who is to answer what.</returns>
    public static AssignedItems? Read(string line, FormCodes codes)
    {
        if (Behind(line) is not { } rest || rest.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
        {
            return null;
        }

        string keyed = FormCodes.Key(rest[..colon]);
        List<CodePlace> places = codes.In(keyed);
        if (places.Count == 0 || !IsBlank(keyed[..places[0].Start]) || !IsBlank(keyed[places[^1].End..]))
        {
            return null;
        }

        List<FormItem> items = [places[0].Item];
        for (int at = 1; at < places.Count; at++)
        {
            CodeJoiner joiner = CodeLists.Joiner(keyed.AsSpan(places[at - 1].End, places[at].Start - places[at - 1].End));
            if (joiner == CodeJoiner.None)
            {
                return null;
            }

            items.AddRange(
                joiner == CodeJoiner.Through ? CodeLists.Between(places[at - 1].Item, places[at].Item, codes.InOrder) : [places[at].Item]
            );
        }

        return Addresses(rest[(colon + 1)..]) is [var address]
            ? new AssignedItems([.. items.Select(item => item.Code).Distinct()], address, line.Trim())
            : null;
    }

    /// <summary>What stands behind the word; null where the line does not begin with it.</summary>
    private static string? Behind(string line)
    {
        string text = line.Trim(' ', '\t', StruckOut.Mark, '*', '_', '"', '\'', '`', '-', '•');
        int end = text.IndexOf(' ', StringComparison.Ordinal);
        return end is > 0 and < 20 && Words.Contains(CleanText.Fold(text[..end]).Trim(' ', ':')) ? text[end..].Trim(' ', ':', '*') : null;
    }

    /// <summary>An address and the link that a mail program makes of it are one.</summary>
    private static string[] Addresses(string text) =>
        [
            .. Address()
                .Matches(text)
                .Select(found => found.Value.Trim('.'))
                .Select(found => found.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? found[7..] : found)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private static bool IsBlank(string text) => text.AsSpan().Trim(" \t()[]*_\"'").IsEmpty;

    [GeneratedRegex(@"[^\s<>,;()\[\]""']+@[^\s<>,;:()\[\]""']+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
