using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ReplyParsing;

/// <summary>What stands under an item of a form, on every way of answering: how to answer, where it stood last, where it shall be by
/// when.</summary>
public static class FormHint
{
    /// <summary>Of what was told in words last time, so much.</summary>
    private const int LongestWords = 160;

    private static readonly Text3 YesNo = new("yes or no", "oui ou non", "sí o no");
    private static readonly Text3 Date = new("a date, such as 12 October", "une date, comme 12 octobre", "una fecha, como 12 de octubre");
    private static readonly Text3 Words = new("in words", "en toutes lettres", "con palabras");

    /// <summary>The reason of a return first, if there is one; then the rest on one line.</summary>
    public static IReadOnlyList<string> Lines(FormItem item, Language language)
    {
        var lines = new List<string>();
        if (item.Context.SentBackBecause is { } why)
        {
            lines.Add(new Text3($"Sent back: {why}", $"Renvoyé : {why}", $"Devuelto: {why}").In(language));
        }

        string facts = string.Join("; ", Parts(item, language).Where(part => part.Length > 0));
        return facts.Length > 0 ? [.. lines, facts] : lines;
    }

    /// <summary>Where it stood and where it shall be, without how to answer.</summary>
    public static string Facts(FormItem item, Language language) => string.Join("; ", FactParts(item, language));

    private static IEnumerable<string> Parts(FormItem item, Language language) =>
        item.Context.Reached is null ? [HowToAnswer(item, language), .. FactParts(item, language)] : FactParts(item, language);

    private static string HowToAnswer(FormItem item, Language language) =>
        item.Kind switch
        {
            FormItemKind.YesNo => YesNo.In(language),
            FormItemKind.Date => Date.In(language),
            FormItemKind.Narrative => Words.In(language),
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
                ? new Text3($"reached on {dates.Day(day)}", $"atteint le {dates.Day(day)}", $"alcanzado el {dates.Day(day)}").In(language)
                : Reported(dates.Range(reached.Start, reached.End)).In(language);
            yield break;
        }

        if (known.Span is { } span)
        {
            yield return span.Words.In(language);
        }

        if (known.Last is { } last)
        {
            string value = last.Value is { } number ? Number(number, last.Counts, language) : Short(last.Words ?? "");
            string period = dates.Range(last.Start, last.End);
            yield return known.Span == FigureSpan.SinceStart
                ? new Text3(
                    $"last total: {value} ({period})",
                    $"dernier total : {value} ({period})",
                    $"último total: {value} ({period})"
                ).In(language)
                : new Text3(
                    $"last accepted: {value} ({period})",
                    $"dernière valeur acceptée : {value} ({period})",
                    $"último valor aceptado: {value} ({period})"
                ).In(language);
        }
        else if (item.Baseline is { } baseline)
        {
            string start = Number(baseline, known.BaselineCounts, language);
            yield return new Text3($"baseline {start}", $"valeur de départ {start}", $"línea de base {start}").In(language);
        }

        if (item.Target is { } target)
        {
            string aim = Number(target, known.TargetCounts, language);
            yield return known.TargetBy is { } by
                ? new Text3($"target {aim} by {dates.Day(by)}", $"cible {aim} au {dates.Day(by)}", $"meta {aim} al {dates.Day(by)}").In(
                    language
                )
                : new Text3($"target {aim}", $"cible {aim}", $"meta {aim}").In(language);
        }

        if (known.Due is { } due)
        {
            yield return new Text3($"due by {dates.Day(due)}", $"prévu pour le {dates.Day(due)}", $"previsto para el {dates.Day(due)}").In(
                language
            );
        }
    }

    private static Text3 Reported(string period) =>
        new(
            $"reported as reached for {period}",
            $"déclaré atteint pour la période {period}",
            $"informado como alcanzado en el período {period}"
        );

    private static Text3 Share(RatioNames names) =>
        new(
            $"%, as 45/120: {names.Numerator} / {names.Denominator}",
            $"%, comme 45/120 : {names.Numerator} / {names.Denominator}",
            $"%, como 45/120: {names.Numerator} / {names.Denominator}"
        );

    private static string Number(decimal value, Ratio? counts, Language language) =>
        counts?.WithPercent(language) ?? Number(value, language);

    private static string Number(decimal value, Language language)
    {
        string plain = value.ToString("0.############", CultureInfo.InvariantCulture);
        return language == Language.En ? plain : plain.Replace('.', ',');
    }

    private static string Short(string words)
    {
        string line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestWords ? line : line[..LongestWords] + "…";
    }
}
