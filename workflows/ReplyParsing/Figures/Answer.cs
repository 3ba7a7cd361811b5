using System.Collections.Immutable;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>What follows a code, interpreted for its kind of item: a value, or the reason why it must be asked back.</summary>
internal sealed record Answer(
    decimal? Value = null,
    bool? Reached = null,
    DateOnly? Date = null,
    string? MissingReason = null,
    string? Narrative = null,
    ImmutableSortedDictionary<string, decimal>? Groups = null,
    NotUnderstoodReason? Problem = null,
    GivenCounts? Counts = null,
    ItemStatus? Status = null
)
{
    private static readonly string[] Missing = [.. ReplyWords.All(words => words.Missing).OrderByDescending(word => word.Length)];

    // the longer first: "not reached" before "no"
    private static readonly (string Word, bool Reached)[] YesNo =
    [
        .. ReplyWords
            .All(words => words.Yes)
            .Select(word => (word, true))
            .Concat(ReplyWords.All(words => words.No).Select(word => (word, false)))
            .OrderByDescending(one => one.word.Length),
    ];

    private static readonly string[] Percents = ["%", "٪", "﹪", .. ReplyWords.All(words => words.Percent)];

    private static readonly string[] Ranges =
    [
        .. new[] { "-", "–", "—", "‑", "/", "..", "…", "±", "+", "~" },
        .. ReplyWords.All(words => words.Ranges),
    ];

    private static readonly string[] Estimates =
    [
        .. new[] { "~", "<", ">", "≈", "±", "≤", "≥" },
        .. ReplyWords.All(words => words.Estimates),
    ];

    /// <param name="raw">What was written, \n where a line ended.</param>
    /// <param name="group">The group that the line names before its colon, if any.</param>
    public static Answer Read(FormItem item, string? group, string raw, Language language)
    {
        if (CleanText.LooksDamaged(raw))
        {
            return new(Problem: NotUnderstoodReason.WrongCharacters);
        }

        string text = CleanText.Clean(raw);
        if (StruckOut.SplitsNumber(text) && !item.Kind.EndsInWords())
        {
            return new(Problem: NotUnderstoodReason.AmbiguousNumber);
        }

        text = StruckOut.Cleared(text).Trim(' ', '\t', '\n', '*', '"');
        if (text.Length == 0)
        {
            return new(Problem: item.Kind == FormItemKind.Narrative ? NotUnderstoodReason.TextMissing : Expected(item));
        }

        if (MissingWord(text) is { } length && (item.Kind != FormItemKind.Narrative || text.AsSpan(0, length).IndexOfAny('/', '.') >= 0))
        {
            string reason = OneLine(text[length..]).Trim(' ', ':', '-', '–', '—', ',', '،', ';', '؛', '.', '(', ')', '=');
            return !GivenReason.IsOne(reason) ? new(Problem: NotUnderstoodReason.ReasonMissing)
                : reason.Length > ReadingBounds.LongestReason ? new(Problem: NotUnderstoodReason.TooLong)
                : new(MissingReason: reason);
        }

        bool decimalComma = language.Entry.Decimal == ",";
        switch (item.Kind)
        {
            case FormItemKind.Narrative:
                return text.Length > ReadingBounds.LongestNarrative ? new(Problem: NotUnderstoodReason.TooLong) : new(Narrative: text);
            case FormItemKind.Date:
                return DateReader.Read(text, decimalComma, out NotUnderstoodReason noDate) is { } date
                    ? new(Date: date)
                    : new(Problem: noDate);
            case FormItemKind.ResultStatus or FormItemKind.ActivityStatus:
                return StatusAnswer.Read(item.Kind, text, language);
            case FormItemKind.YesNo:
                return ReadYesNo(text, decimalComma);
            default:
                return group is not null
                    ? ReadRatio(item, text, decimalComma).InGroup(group)
                    : GroupedAnswer.Read(item, text, part => ReadRatio(item, part, decimalComma)) ?? ReadRatio(item, text, decimalComma);
        }
    }

    /// <summary>The same, said of one group; a problem stays one.</summary>
    private Answer InGroup(string group) =>
        Value is { } value
            ? new(
                Groups: ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal).Add(group, value),
                Counts: Counts?.Total is { } ratio ? GivenCounts.Of(null, new Dictionary<string, Ratio> { [group] = ratio }) : null
            )
            : this;

    private static Answer ReadRatio(FormItem item, string text, bool decimalComma) =>
        RatioReader.Read(item, text, decimalComma) ?? ReadNumber(item, text, decimalComma);

    private static Answer ReadYesNo(string text, bool dayFirst)
    {
        string folded = CleanText.Fold(text);
        foreach ((string word, bool reached) in YesNo)
        {
            if (
                !folded.StartsWith(word, StringComparison.Ordinal)
                || (folded.Length > word.Length && char.IsLetterOrDigit(folded[word.Length]))
            )
            {
                continue;
            }

            string rest = folded[word.Length..].Trim(' ', ',', ';', '.', '-', '–', '—', ':', '(', ')', '\n', '!');
            if (rest.Length == 0)
            {
                return new(Reached: reached);
            }

            // a date behind "no" would be a plan, not the day it was reached
            return reached && DateReader.Read(rest, dayFirst, out NotUnderstoodReason problem) is { } date
                ? new(Reached: true, Date: date)
                : new(
                    Problem: reached
                    && Traces.HasDate(rest)
                    && DateReader.Read(rest, dayFirst, out problem) is null
                    && problem == NotUnderstoodReason.AmbiguousDate
                        ? problem
                        : NotUnderstoodReason.NotYesOrNo
                );
        }

        return new(Problem: NotUnderstoodReason.NotYesOrNo);
    }

    private static Answer ReadNumber(FormItem item, string text, bool decimalComma)
    {
        string unit = CleanText.Fold(item.Unit ?? "").Trim();
        string folded = CleanText.Fold(text);
        string rest = AfterUnit(text, folded, unit);
        decimal? value = NumberReader.Read(rest, decimalComma, out int end, out NotUnderstoodReason problem);
        if (value is null && end == 0)
        {
            return new(
                Problem: Array.Exists(Estimates, word => folded.StartsWith(word, StringComparison.Ordinal)) && Traces.HasDigit(folded)
                    ? NotUnderstoodReason.Range
                    : NotUnderstoodReason.NotANumber
            );
        }

        string after = CleanText.Fold(rest[end..].Replace('\n', ' ')).Trim();
        if (after.Length > 0 && Markup.IsRaised(after[0]))
        {
            return new(Problem: NotUnderstoodReason.AmbiguousNumber); // a note's number, or a power
        }

        bool percent = false;
        if (Array.Find(Percents, word => BeginsWith(after, word)) is { } sign)
        {
            percent = true;
            after = after[sign.Length..].Trim();
        }

        if (Array.Exists(Ranges, mark => after.StartsWith(mark, StringComparison.Ordinal)) && (Traces.HasDigit(after) || after is "+"))
        {
            return new(Problem: NotUnderstoodReason.Range);
        }

        after = after.Trim(' ', '.', ';', ',', '*', '"', '!');
        return value is null ? new(Problem: problem) : InUnit(item, value.Value, unit, after, percent);
    }

    /// <summary>The folded text has ASCII digits only, so the scripts are judged on the text itself.</summary>
    private static string AfterUnit(string text, string folded, string unit) =>
        unit.Length > 0
        && !char.IsAsciiDigit(unit[0])
        && folded.Length == text.Length
        && folded.StartsWith(unit, StringComparison.Ordinal)
        && (folded.Length == unit.Length || !char.IsLetter(folded[unit.Length]))
            ? text[unit.Length..].TrimStart()
            : text;

    private static bool BeginsWith(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]));

    /// <param name="after">What stands behind the number, but for the sign of a percentage.</param>
    private static Answer InUnit(FormItem item, decimal value, string unit, string after, bool percent)
    {
        bool isUnit = after.Length > 0 && (after == unit || after.TrimEnd('s') == unit.TrimEnd('s'));
        bool unitIsPercent =
            item.Kind == FormItemKind.Percentage
            || unit.Contains('%', StringComparison.Ordinal)
            || Array.Exists(Percents, word => unit == word);
        if (after.Length > 0 && !isUnit)
        {
            return new(
                Problem: after[0] == '%' || char.IsLetter(after[0]) || after[0] is '€' or '$' or '£'
                    ? NotUnderstoodReason.WrongUnit
                    : NotUnderstoodReason.NotANumber
            );
        }

        if (percent && !unitIsPercent)
        {
            return new(Problem: NotUnderstoodReason.WrongUnit);
        }

        // 0.45 in a percentage: 45 % or less than one?
        return item.Kind == FormItemKind.Percentage && !percent && !isUnit && value is > 0 and < 1
            ? new(Problem: NotUnderstoodReason.AmbiguousNumber)
            : new(Value: value);
    }

    private static int? MissingWord(string text)
    {
        string folded = CleanText.Fold(text.Length > 40 ? text[..40] : text);
        foreach (string word in Missing)
        {
            if (
                folded.StartsWith(word, StringComparison.Ordinal)
                && (folded.Length == word.Length || !char.IsLetterOrDigit(folded[word.Length]))
            )
            {
                // folding may change the length of what precedes only for ligatures, which no such word has
                return CleanText.LengthOf(text, word.Length);
            }
        }

        return null;
    }

    private static NotUnderstoodReason Expected(FormItem item) =>
        item.Kind switch
        {
            FormItemKind.YesNo => NotUnderstoodReason.NotYesOrNo,
            FormItemKind.Date => NotUnderstoodReason.NotADate,
            FormItemKind.ResultStatus => NotUnderstoodReason.NotARating,
            FormItemKind.ActivityStatus => NotUnderstoodReason.NotAStatus,
            _ => NotUnderstoodReason.NotANumber,
        };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
