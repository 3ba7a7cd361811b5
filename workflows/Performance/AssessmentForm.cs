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

    /// <summary>Merges the answers in a reply into earlier ones. A line that says what may be passed on holds until another one like it,
    /// also for what is answered later; what is then named for donors alone is for donors alone.</summary>
    public static AssessmentSaid Answers(AssessmentRecord record, ParsedReply reply, PersonId by, DateTimeOffset at, EntrySource source)
    {
        IReadOnlyDictionary<string, Disclosure> travels = TravelsAfter(record, reply);
        Disclosure Of(string code) => travels.GetValueOrDefault(code, Disclosure.Programme);
        var answers = record.Answers.ToDictionary(one => one.Key, one => one.Value with { Disclosure = Of(one.Key) });
        foreach (Figure figure in reply.Figures.Where(figure => record.Reference.Kpis.Any(kpi => kpi.Code == figure.Code)))
        {
            answers[figure.Code] = new KpiAnswer(figure.Value, figure.MissingReason, Of(figure.Code), by, at, source);
        }

        return new AssessmentSaid(answers, travels.Where(one => !answers.ContainsKey(one.Key)).ToDictionary());
    }

    private static Dictionary<string, Disclosure> TravelsAfter(AssessmentRecord record, ParsedReply reply)
    {
        string[] kpis = [.. record.Reference.Kpis.Select(kpi => kpi.Code)];
        HashSet<string> some = Line(ToDonors, Disclosure.Donors),
            every = Line(ToAll, Disclosure.Public);
        if (!reply.Figures.Any(figure => figure.Code == ToAll) && reply.Figures.Any(figure => figure.Code == ToDonors))
        {
            every.ExceptWith(some);
        }

        return kpis.Where(code => some.Contains(code) || every.Contains(code))
            .ToDictionary(code => code, code => every.Contains(code) ? Disclosure.Public : Disclosure.Donors);

        HashSet<string> Line(string code, Disclosure known) =>
            reply.Figures.FirstOrDefault(figure => figure.Code == code) is { } line
                ? Codes(line.Narrative)
                : [.. kpis.Where(kpi => record.TravelsOf(kpi) == known)];
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

/// <param name="Ahead">How far KPIs may travel that are not answered yet.</param>
internal sealed record AssessmentSaid(IReadOnlyDictionary<string, KpiAnswer> Answers, IReadOnlyDictionary<string, Disclosure> Ahead);
