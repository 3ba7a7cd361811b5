using System.Text.RegularExpressions;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.Performance;

/// <summary>An assessment as a form in a mail: one line per KPI, and two lines that say which of them may be passed on. Pure.</summary>
internal static partial class AssessmentForm
{
    public const string ToDonors = "D1",
        ToAll = "D2";

    public static IReadOnlyList<FormItem> Items(PmmReference reference, Language language) =>
        [
            .. reference.Kpis.Select(kpi => kpi.ToItem(language)),
            new FormItem(ToDonors, FormItemKind.Narrative, Texts.DisclosureDonorsNumbers.In(language)),
            new FormItem(ToAll, FormItemKind.Narrative, Texts.DisclosurePublicNumbers.In(language)),
        ];

    /// <summary>Merges the answers in a reply into earlier ones.</summary>
    public static IReadOnlyDictionary<string, KpiAnswer> Answers(
        AssessmentRecord record,
        ParsedReply reply,
        PersonId by,
        DateTimeOffset at,
        EntrySource source
    )
    {
        var answers = new Dictionary<string, KpiAnswer>(record.Answers);
        foreach (Figure figure in reply.Figures.Where(figure => record.Reference.Kpis.Any(kpi => kpi.Code == figure.Code)))
        {
            Disclosure disclosure = record.Answers.GetValueOrDefault(figure.Code)?.Disclosure ?? Disclosure.Programme;
            answers[figure.Code] = new KpiAnswer(figure.Value, figure.MissingReason, disclosure, by, at, source);
        }

        Figure? donors = reply.Figures.FirstOrDefault(figure => figure.Code == ToDonors),
            all = reply.Figures.FirstOrDefault(figure => figure.Code == ToAll);
        if (donors is not null || all is not null)
        {
            (HashSet<string> some, HashSet<string> every) = (Codes(donors?.Narrative), Codes(all?.Narrative));
            foreach (string code in answers.Keys.ToArray())
            {
                answers[code] = answers[code] with
                {
                    Disclosure =
                        every.Contains(code) ? Disclosure.Public
                        : some.Contains(code) ? Disclosure.Donors
                        : Disclosure.Programme,
                };
            }
        }

        return answers;
    }

    public static IReadOnlyList<UnderstoodLine> Understood(AssessmentRecord record, Language language) =>
        [
            .. from kpi in record.Reference.Kpis
            let answer = record.Answers.GetValueOrDefault(kpi.Code)
            where answer is not null
            select new UnderstoodLine(
                kpi.Code,
                kpi.Statement.In(language),
                $"{Said(kpi, answer, language)}; {Travels(answer.Disclosure).In(language)}"
            ),
        ];

    public static string Said(PmmKpi kpi, KpiAnswer answer, Language language) =>
        answer.Value is { } value
            ? $"{Figures.Typed(Math.Round(value, 2, MidpointRounding.AwayFromZero), language)}{(kpi.Kind == KpiKind.Percentage ? " %" : $" {kpi.Unit}")}"
            : $"{NotMeasurable.In(language)}: {answer.NotMeasurable}";

    public static Text NotMeasurable { get; } = Texts.KpiNotMeasurable;

    public static Text Travels(Disclosure disclosure) =>
        disclosure switch
        {
            Disclosure.Programme => Texts.DisclosureProgramme,
            Disclosure.Donors => Texts.DisclosureDonors,
            _ => Texts.DisclosurePublic,
        };

    private static HashSet<string> Codes(string? text) => [.. Numbers().Matches(text ?? "").Select(number => $"K{number.Value}")];

    [GeneratedRegex(@"\d{1,3}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
