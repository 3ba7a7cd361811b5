using System.Globalization;
using System.Text.RegularExpressions;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.ReplyParsing.Figures;

namespace ACip.Local.Cli;

/// <summary>Where it is not known what was asked: every code that stands in the message is taken for an item, of the kind that its answer
/// has.</summary>
internal static partial class AnyForm
{
    private const int MostCodes = 200;
    private const int LongestRange = 30;

    /// <summary>In this order: what can be read as a number is one.</summary>
    private static readonly FormItemKind[] Kinds = [FormItemKind.Number, FormItemKind.Percentage, FormItemKind.YesNo, FormItemKind.Date];

    /// <summary>An answer of that kind that cannot be read with certainty.</summary>
    private static readonly NotUnderstoodReason[] Nearly =
    [
        NotUnderstoodReason.AmbiguousNumber,
        NotUnderstoodReason.Range,
        NotUnderstoodReason.CutLine,
        NotUnderstoodReason.SaidTwice,
        NotUnderstoodReason.AmbiguousDate,
        NotUnderstoodReason.DayOutside,
        NotUnderstoodReason.ReasonMissing,
    ];

    private static readonly string[] GroupWords =
    [
        "women",
        "men",
        "female",
        "male",
        "femmes",
        "hommes",
        "mujeres",
        "hombres",
        "filles",
        "garçons",
        "girls",
        "boys",
    ];

    public static IReadOnlyList<FormItem> Of(ReplyText text, Language language, DayRange? days = null)
    {
        string own = string.Join('\n', [text.Text, .. text.Signature]);
        string[] codes = [.. CodesIn(own, string.Join('\n', text.Quoted)).Take(MostCodes)];
        string[] groups =
        [
            .. GroupWords.Where(word =>
                Regex.IsMatch(own, $@"(?<!\p{{L}}){word}(?!\p{{L}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
            ),
        ];
        var readings = Kinds
            .Append(FormItemKind.Narrative)
            .ToDictionary(
                kind => kind,
                kind => ReplyReader.Read(text, [.. codes.Select(code => Item(code, kind, groups))], language, days)
            );
        return [.. codes.Select(code => Item(code, KindOf(code, readings), groups))];
    }

    private static FormItemKind KindOf(string code, Dictionary<FormItemKind, ParsedReply> readings)
    {
        foreach (FormItemKind kind in Kinds)
        {
            if (readings[kind].Figures.Any(figure => figure.Code == code))
            {
                return kind;
            }
        }

        foreach (FormItemKind kind in Kinds)
        {
            if (readings[kind].NotUnderstood.Any(one => one.Codes.Contains(code) && Nearly.Contains(one.Reason)))
            {
                return kind;
            }
        }

        // words are an answer of their own; what is neither figure nor words is asked for as a number, and so asked back and not lost
        string said = readings[FormItemKind.Narrative].Figures.FirstOrDefault(figure => figure.Code == code)?.Narrative ?? "";
        return Word().Count(said) >= 2 && !char.IsAsciiDigit(said[0]) ? FormItemKind.Narrative : FormItemKind.Number;
    }

    private static IEnumerable<string> CodesIn(string own, string quoted)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        codes.UnionWith(
            Answered()
                .Matches(FormCodes.Key($"{own}\n{quoted}"))
                .Select(match => match.Groups["code"].Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())
        );
        codes.UnionWith(Named().Matches(own).Select(match => match.Value).Where(code => !PartOfYear().IsMatch(code)));
        foreach (Match range in Range().Matches(own))
        {
            int first = Number(range.Groups["first"]),
                last = Number(range.Groups["last"]);
            codes.UnionWith(
                last > first && last - first <= LongestRange
                    ? Enumerable
                        .Range(first, last - first + 1)
                        .Select(number => $"{range.Groups["letters"].Value.ToUpperInvariant()}{number}")
                    : []
            );
        }

        return codes
            .OrderBy(code => code.TrimEnd('.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), StringComparer.Ordinal)
            .ThenBy(code => code.Length)
            .ThenBy(code => code, StringComparer.Ordinal);

        static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);
    }

    private static FormItem Item(string code, FormItemKind kind, string[] groups) =>
        new(code, kind, code, Groups: kind is FormItemKind.Number or FormItemKind.Percentage ? groups : null);

    /// <summary>With a colon, an equals sign or a bracket behind, in any case.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?<code>[a-z]{1,4}[0-9]{1,3}(\.[0-9]{1,3})*|[a-z] [0-9]{1,2}(?=[^\S\n]*[:=]))(?=[^\S\n]*[:=\[])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Answered();

    /// <summary>Anywhere, in capitals.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_@./+#-])[A-Z]{1,2}[0-9]{1,2}(\.[0-9]{1,2})*(?![\p{L}\p{N}_@])|(?<=[A-Z][0-9]{1,2}[-/])[A-Z]{1,2}[0-9]{1,2}(?![\p{L}\p{N}_@])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();

    [GeneratedRegex("^([QT][1-4]|[HS][12])$", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfYear();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?<letters>[A-Za-z]{1,2})(?<first>[0-9]{1,2})\s?(to|through|thru|until|à|a|au|hasta|al|-|–|—|\.\.+|…)\s?\k<letters>(?<last>[0-9]{1,2})(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Range();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
