using System.Text.RegularExpressions;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>A share with its counts (<see cref="Ratio"/>): "45/120", "45 of 120", "37.5 % (45/120)", "45 sur 120 = 37,5 %". Read only
/// where the item asks for counts; anywhere else a stroke between two numbers could be a range.</summary>
internal static partial class RatioReader
{
    /// <summary>Between two numbers: "45 of 120".</summary>
    private static readonly Regex StrokeInWords = new(
        $@"(?<=\d)\s*\b({string.Join('|', ReplyWords.All(words => words.OfWhole))})\b\s*(?=-?\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1)
    );

    /// <returns>Null where the text names no two counts: it may be a share alone.</returns>
    public static Answer? Read(FormItem item, string text, bool decimalComma)
    {
        if (item.Ratio is null || text.Length > 200)
        {
            return null;
        }

        string folded = CleanText.Fold(TypedDigits.Plain(text.Replace('\n', ' '))).Replace('⁄', '/').Replace('∕', '/');
        string plain = StrokeInWords.Replace(folded, "/");
        Match counts = Counts().Match(plain);
        if (!counts.Success)
        {
            return null;
        }

        Answer numerator = Count(counts.Groups["part"].ValueSpan, decimalComma);
        Answer denominator = Count(counts.Groups["whole"].ValueSpan, decimalComma);
        if ((numerator.Problem ?? denominator.Problem) is { } unclear)
        {
            return new(Problem: unclear);
        }

        var ratio = new Ratio(numerator.Value!.Value, denominator.Value!.Value);
        if (!ratio.IsSound)
        {
            return new(Problem: NotUnderstoodReason.NotARatio);
        }

        return
            (counts.Groups["before"].Value + counts.Groups["after"].Value).Trim(' ', '(', ')', '=', ':', ';', ',', '.', '%', '*')
                is { Length: > 0 } share
            ? NumberReader.Read(share, decimalComma, out int end, out _) is { } percent && end == share.Length && ratio.IsAbout(percent)
                ? Of(ratio)
                : new(Problem: NotUnderstoodReason.NotARatio)
            : Of(ratio);
    }

    private static Answer Of(Ratio ratio) => new(Value: ratio.Percent, Counts: GivenCounts.Of(ratio));

    private static Answer Count(ReadOnlySpan<char> written, bool decimalComma)
    {
        ReadOnlySpan<char> number = written.Trim();
        decimal? value = NumberReader.Read(number, decimalComma, out int end, out NotUnderstoodReason problem);
        return value is null || end < number.Length
            ? new(Problem: value is null ? problem : NotUnderstoodReason.NotARatio)
            : new(Value: value);
    }

    // a share may stand on either side; the counts are digits with the marks that stand between thousands
    [GeneratedRegex(
        @"^(?<before>[^/a-z]*?[%(=:]\s*)?(?<part>-?\d([\d .,'٬]*\d)?)\s*/\s*(?<whole>-?\d([\d .,'٬]*\d)?)"
            + @"(?<after>\s*[()=;:][^/a-z]*%[^/a-z]*|\s*[).]*\s*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Counts();
}
