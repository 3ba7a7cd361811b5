using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ReplyParsing;

/// <summary>The line below an item of a form, the same for every way of answering: how to answer, the last value, and the next
/// target.</summary>
public static class FormHint
{
    /// <summary>Of what was told in words last time, so much.</summary>
    private const int LongestWords = 160;

    private static readonly Text YesNo = Texts.YesOrNo;
    private static readonly Text Date = Texts.DateSuchAs12October;
    private static readonly Text Words = Texts.InWords;

    /// <summary>The reason of a return first, if there is one; then the rest on one line.</summary>
    public static IReadOnlyList<string> Lines(FormItem item, Language language)
    {
        var lines = new List<string>();
        if (item.Context.SentBackBecause is { } why)
        {
            lines.Add(Texts.SentBackWhy(why: why).In(language));
        }

        string facts = language.Parts(Parts(item, language).Where(part => part.Length > 0));
        return facts.Length > 0 ? [.. lines, facts] : lines;
    }

    /// <summary>Where it stood and where it shall be, without how to answer.</summary>
    public static string Facts(FormItem item, Language language) => language.Parts(FactParts(item, language));

    private static IEnumerable<string> Parts(FormItem item, Language language) =>
        item.Context.Reached is null ? [HowToAnswer(item, language), .. FactParts(item, language)] : FactParts(item, language);

    private static string HowToAnswer(FormItem item, Language language) =>
        item.Kind switch
        {
            FormItemKind.YesNo => YesNo.In(language),
            FormItemKind.Date => Date.In(language),
            FormItemKind.Narrative => Words.In(language),
            FormItemKind.ResultStatus => Texts.HowToRate.In(language),
            FormItemKind.ActivityStatus => Texts.HowToSayStatus.In(language),
            _ when item.Ratio is { } names => Share(names).In(language),
            _ => item.Unit ?? (item.Kind == FormItemKind.Percentage ? "%" : ""),
        };

    private static IEnumerable<string> FactParts(FormItem item, Language language)
    {
        var dates = new DateWords(language, "Etc/UTC");
        FormContext known = item.Context;
        if (known.Reached is { } reached)
        {
            yield return reached.Day is { } day
                ? Texts.ReachedOnDay(day: dates.Day(day)).In(language)
                : Reported(dates.Range(reached.Start, reached.End)).In(language);
            yield break;
        }

        if (known.Span is { } span)
        {
            yield return span.Words.In(language);
        }

        if (known.Last is { } last)
        {
            string value = last.Value is { } number ? Number(number, last.Counts, language) : Short(Told(last, language));
            string period = dates.Range(last.Start, last.End);
            yield return (
                known.Span == FigureSpan.SinceStart
                    ? Texts.LastTotal(value: value, period: period)
                    : Texts.LastAcceptedValuePeriod(value: value, period: period)
            ).In(language);
        }
        else if (item.Baseline is { } baseline)
        {
            yield return Texts.BaselineBaseline(baseline: Number(baseline, known.BaselineCounts, language)).In(language);
        }

        if (item.Target is { } target)
        {
            string aim = Number(target, known.TargetCounts, language);
            yield return known.TargetBy is { } by
                ? Texts.TargetAimByBy(aim: aim, by: dates.Day(by)).In(language)
                : Texts.TargetAim(aim: aim).In(language);
        }

        if (known.Due is { } due)
        {
            yield return Texts.DueByDue(due: dates.Day(due)).In(language);
        }
    }

    private static Text Reported(string period) => Texts.ReportedAsReachedForPeriod(period: period);

    private static Text Share(RatioNames names) => Texts.ShareAs(numerator: names.Numerator, denominator: names.Denominator);

    private static string Number(decimal value, Ratio? counts, Language language) =>
        counts?.WithPercent(language) ?? Number(value, language);

    private static string Number(decimal value, Language language) => Languages.Figures.Typed(value, language);

    private static string Told(FormerValue last, Language language) =>
        last.Status is { } status
            ? string.Join(": ", new[] { status.Label().In(language), last.Words }.Where(part => part is { Length: > 0 }))
            : last.Words ?? "";

    private static string Short(string words)
    {
        string line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestWords ? line : line[..LongestWords] + "…";
    }
}
