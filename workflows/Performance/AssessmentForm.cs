using System.Text.RegularExpressions;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

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
    /// also for what is answered later; what is then named for donors alone is for donors alone. Lines do not count where something else
    /// was said after they had arrived.</summary>
    public static AssessmentSaid Answers(AssessmentRecord record, ParsedReply all, PersonId by, Arrival arrived, EntrySource source)
    {
        ReplyFigure[] overtaken = [.. all.Figures.Where(figure => IsOvertaken(record, figure.Code, arrived))];
        ParsedReply reply = all with { Figures = [.. all.Figures.Except(overtaken)] };
        IReadOnlyDictionary<string, Disclosure> travels = TravelsAfter(record, reply);
        Disclosure Of(string code) => travels.GetValueOrDefault(code, Disclosure.Programme);
        var answers = record.Answers.ToDictionary(one => one.Key, one => one.Value with { Disclosure = Of(one.Key) });
        foreach (ReplyFigure figure in reply.Figures.Where(figure => record.Reference.Kpis.Any(kpi => kpi.Code == figure.Code)))
        {
            answers[figure.Code] = new KpiAnswer(figure.Value, figure.MissingReason, Of(figure.Code), by, arrived.At, source)
            {
                Order = arrived.Order,
            };
        }

        return new AssessmentSaid(answers, travels.Where(one => !answers.ContainsKey(one.Key)).ToDictionary())
        {
            Overtaken = overtaken,
            NothingNew = overtaken.Length > 0 && reply.Figures.Count == 0,
            Travels = reply.Figures.Any(figure => IsTravels(figure.Code)) ? arrived : null,
        };
    }

    private static bool IsTravels(string code) => code is ToDonors or ToAll;

    private static bool IsOvertaken(AssessmentRecord record, string code, Arrival arrived) =>
        IsTravels(code) ? record.IsTravelsOvertaken(arrived) : record.IsOvertaken(code, arrived);

    /// <summary>Lines that do not count because something else was said after they had arrived.</summary>
    public static IReadOnlyList<UnclearLine> Unclear(AssessmentSaid said, Language language) =>
        [.. said.Overtaken.Select(figure => new UnclearLine(figure.Line, AnswerLines.LaterStands.In(language)))];

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
internal sealed record AssessmentSaid(IReadOnlyDictionary<string, KpiAnswer> Answers, IReadOnlyDictionary<string, Disclosure> Ahead)
{
    /// <summary>Lines that do not count, because something else was said after they had arrived.</summary>
    public IReadOnlyList<ReplyFigure> Overtaken { get; init; } = [];

    /// <summary>True if none of its lines counts.</summary>
    public bool NothingNew { get; init; }

    /// <summary>When it was said how far KPIs may travel; null where nothing was said of that.</summary>
    public Arrival? Travels { get; init; }

    /// <summary>The assessment with these answers.</summary>
    public AssessmentRecord Over(AssessmentRecord record)
    {
        var all = new SortedDictionary<string, KpiAnswer>(record.Answers.ToDictionary(), StringComparer.Ordinal);
        foreach ((string code, KpiAnswer answer) in Answers.Where(one => record.Reference.Kpis.Any(kpi => kpi.Code == one.Key)))
        {
            all[code] = answer;
        }

        return record with
        {
            Answers = all,
            Ahead = Ahead.Count > 0 ? Ahead : null,
            TravelsAt = Travels?.At ?? record.TravelsAt,
            TravelsOrder = Travels?.Order ?? record.TravelsOrder,
        };
    }
}
