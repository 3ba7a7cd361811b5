using System.Text.RegularExpressions;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>Free text from which nothing could be taken: it is quoted back with the reason and with what to write instead.</summary>
internal static partial class FreeTextLines
{
    private const int Longest = 400;

    /// <returns>Empty where the message has no words of its own.</returns>
    public static IReadOnlyList<UnclearLine> NotUnderstood(InboundMessage message, IReadOnlyList<FormItem> items, Language language)
    {
        string words = Of(message);
        if (words.Length == 0)
        {
            return [new UnclearLine("", Empty.In(language))];
        }

        string code = items.FirstOrDefault(item => !item.Sensitive)?.Code ?? "B3";
        // a confidential figure does not travel back either, in whatever words it was told
        bool sensitive = items.Any(item => item.Sensitive && words.Contains(item.Code, StringComparison.OrdinalIgnoreCase));
        return [new UnclearLine(words, (Later().IsMatch(words) ? MoreTime() : NoCode(code)).In(language), sensitive)];
    }

    /// <summary>Explains that a reply to a drafting mail cannot change a plan.</summary>
    public static IReadOnlyList<UnclearLine> NotForPlans(InboundMessage message, Language language) =>
        Of(message) is { Length: > 0 } words
            ? [new UnclearLine(words, (Later().IsMatch(words) ? MoreTime() : NotLineByLine).In(language))]
            : [new UnclearLine("", Empty.In(language))];

    private static string Of(InboundMessage message)
    {
        string words = string.Join(
            '\n',
            ReplyText
                .Of(message.Text, message.Html)
                .Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
        return words.Length <= Longest ? words : words[..(char.IsHighSurrogate(words[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }

    private static readonly Text Empty = Texts.ReplyWithoutOwnWords;

    private static readonly Text NotLineByLine = Texts.PlanReplyTakesOnly;

    private static Text NoCode(string code) => Texts.ShortFormNoCodeFound(code: code);

    private static Text MoreTime() => Texts.DueDateStaysAskForTime;

    [GeneratedRegex(
        @"\b(next (week|month)|tomorrow|later|soon|more time|extension|postpone|deadline|as soon as|semaine prochaine|mois prochain|demain|plus tard|bient[oô]t|plus de temps|d[ée]lai|report(er|ons)|d[eè]s que|pr[oó]xim[ao] (semana|mes)|semana que viene|mañana|m[aá]s tarde|pronto|m[aá]s tiempo|plazo|pr[oó]rroga|en cuanto)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Later();
}
