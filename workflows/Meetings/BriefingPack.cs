using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.Meetings;

/// <summary>To one administration, before the meeting: its results, and what the others bring.</summary>
/// <param name="Results">Of its plan, as accepted.</param>
/// <param name="Brought">Practices and questions, each with whose it is.</param>
public sealed record BriefingPack(
    MeetingRecord Meeting,
    Text3 Administration,
    IReadOnlyList<Text3> Results,
    IReadOnlyList<BroughtToMeeting> Brought
) : Notice
{
    /// <summary>A mail is read to its end only if it has one.</summary>
    private const int MostBrought = 60;

    public override DateTimeOffset? ReadBy => null;

    public override Text3 Subject =>
        new(
            $"Briefing pack: {Meeting.Title}, {Administration.En}",
            $"Dossier de réunion : {Meeting.Title}, {Administration.Fr}",
            $"Dosier de la reunión: {Meeting.Title}, {Administration.Es}"
        );

    public override IReadOnlyList<Text3> Paragraphs(Func<Language, DateWords> dates) =>
        [
            new(
                $"{Meeting.Title}: {dates(Language.En).Range(Meeting.Start, Meeting.End)}, {Meeting.Place}. Agenda: {Meeting.Agenda}",
                $"{Meeting.Title} : {dates(Language.Fr).Range(Meeting.Start, Meeting.End)}, {Meeting.Place}. Ordre du jour : {Meeting.Agenda}",
                $"{Meeting.Title}: {dates(Language.Es).Range(Meeting.Start, Meeting.End)}, {Meeting.Place}. Orden del día: {Meeting.Agenda}"
            ),
            new("YOUR RESULTS", "VOS RÉSULTATS", "SUS RESULTADOS"),
            .. Results.Count > 0
                ? Results
                :
                [
                    new Text3(
                        "No figure of yours is accepted yet.",
                        "Aucun de vos chiffres n'est encore accepté.",
                        "Aún no se ha aceptado ninguna cifra suya."
                    ),
                ],
            new("GOOD PRACTICES", "BONNES PRATIQUES", "BUENAS PRÁCTICAS"),
            .. Those(isPractice: true),
            new("QUESTIONS", "QUESTIONS", "PREGUNTAS"),
            .. Those(isPractice: false),
        ];

    private IEnumerable<Text3> Those(bool isPractice)
    {
        BroughtToMeeting[] some = [.. Brought.Where(one => one.IsPractice == isPractice).Take(MostBrought)];
        return some.Length == 0
            ? [new Text3("None so far.", "Aucune à ce jour.", "Ninguna por ahora.")]
            : some.Select(one => new Text3($"{one.From.En}: {one.Words}", $"{one.From.Fr} : {one.Words}", $"{one.From.Es}: {one.Words}"));
    }

    /// <summary>What the answers to the invitation bring.</summary>
    internal static IReadOnlyList<BroughtToMeeting> Of(IEnumerable<ShortFormAnswer> answers, Func<AdministrationId, Text3> names) =>
        [
            .. from answer in answers
            from one in new[] { (MeetingForms.Practice, true), (MeetingForms.Question, false) }
            let words = answer.Words(one.Item1)
            where words is not null && answer.Administration is not null
            select new BroughtToMeeting(names(answer.Administration!.Value), one.Item2, words),
        ];
}

/// <param name="IsPractice">False: a question.</param>
public sealed record BroughtToMeeting(Text3 From, bool IsPractice, string Words);

/// <summary>To every coordinator: what was said and agreed.</summary>
public sealed record MinutesSent(MeetingRecord Meeting, IReadOnlyDictionary<AdministrationId, Text3> Names) : Notice
{
    public override Text3 Subject => new($"Minutes: {Meeting.Title}", $"Compte rendu : {Meeting.Title}", $"Acta: {Meeting.Title}");

    public override IReadOnlyList<Text3> Paragraphs(Func<Language, DateWords> dates) =>
        [
            new(Meeting.Minutes ?? "", Meeting.Minutes ?? "", Meeting.Minutes ?? ""),
            .. Meeting.Points.Select(point =>
            {
                Text3 whose = point.Administration is { } home ? Names[home] : MeetingForms.Programme;
                return new Text3(
                    $"{point.Number}. {whose.En}, by {dates(Language.En).Day(point.Due)}: {point.Text}",
                    $"{point.Number}. {whose.Fr}, avant le {dates(Language.Fr).Day(point.Due)} : {point.Text}",
                    $"{point.Number}. {whose.Es}, antes del {dates(Language.Es).Day(point.Due)}: {point.Text}"
                );
            }),
        ];
}
