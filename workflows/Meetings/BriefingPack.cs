using ACip.Workflows.Documents;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Multilateral.Practices;

namespace ACip.Workflows.Meetings;

/// <summary>Sends an administration, before the meeting, its results and what the others contribute.</summary>
/// <param name="Results">Of its plan, as accepted.</param>
/// <param name="Brought">Practices and questions, each with whose it is.</param>
public sealed record BriefingPack(
    MeetingRecord Meeting,
    Text Administration,
    IReadOnlyList<Text> Results,
    IReadOnlyList<BroughtToMeeting> Brought
) : Notice
{
    /// <summary>People read a mail to the end only if it is short.</summary>
    private const int MostBrought = 60,
        LongestPractice = 600;

    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.BriefingSubject(meetingTitle: Meeting.Title, administration: Administration);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            Texts.BriefingIntro(
                meetingTitle: Meeting.Title,
                end: Text.For(eachLanguage => dates(eachLanguage).Range(Meeting.Start, Meeting.End)),
                place: Meeting.Place,
                agenda: Meeting.Agenda
            ),
            Texts.BriefingResultsHeading,
            .. Results.Count > 0 ? Results : [Texts.BriefingNoFigure],
            Texts.BriefingPracticesHeading,
            .. Those(isPractice: true),
            Texts.BriefingQuestionsHeading,
            .. Those(isPractice: false),
        ];

    private IEnumerable<Text> Those(bool isPractice)
    {
        BroughtToMeeting[] some = [.. Brought.Where(one => one.IsPractice == isPractice).Take(MostBrought)];
        return some.Length == 0
            ? [Texts.BriefingNothingBrought]
            : some.Select(one => Texts.BriefingBrought(from: one.From, one: one.Words));
    }

    /// <summary>What the answers to the invitation bring.</summary>
    internal static IReadOnlyList<BroughtToMeeting> Of(IEnumerable<ShortFormAnswer> answers, Func<AdministrationId, Text> names) =>
        [
            .. from answer in answers
            from one in new[] { (MeetingForms.Practice, true), (MeetingForms.Question, false) }
            let words = answer.Words(one.Item1)
            where words is not null && answer.Administration is not null
            select new BroughtToMeeting(names(answer.Administration!.Value), one.Item2, words),
        ];

    /// <summary>Practices of the library that were published in the last year: earlier ones were in the packs of earlier meetings. In
    /// short: each pack carries all of them, and the whole stands in the library.</summary>
    internal static IReadOnlyList<BroughtToMeeting> Of(
        IEnumerable<GoodPractice> library,
        DateTimeOffset now,
        Func<AdministrationId, Text> names
    ) =>
        [
            .. from practice in library
            where practice.State == PracticeState.Published && practice.ConsentAt > now.AddYears(-1)
            orderby practice.ConsentAt descending
            select new BroughtToMeeting(
                names(practice.Administration),
                true,
                PrintableText.Short($"{practice.Title}. {practice.Text}", LongestPractice)
            ),
        ];
}

/// <param name="IsPractice">False: a question.</param>
public sealed record BroughtToMeeting(Text From, bool IsPractice, string Words);

/// <summary>Sends every coordinator what was said and agreed.</summary>
public sealed record MinutesSent(MeetingRecord Meeting, IReadOnlyDictionary<AdministrationId, Text> Names) : Notice
{
    public override Text Subject => Texts.MinutesSubject(meetingTitle: Meeting.Title);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            Texts.MinutesIntro(end: Text.For(eachLanguage => dates(eachLanguage).Range(Meeting.Start, Meeting.End)), place: Meeting.Place),
            Text.Same(Meeting.Minutes ?? ""),
            .. Meeting.Points.Count > 0 ? [Texts.MinutesPointsHeading] : Array.Empty<Text>(),
            .. Meeting.Points.Select(point =>
            {
                Text whose = point.Administration is { } home ? Names[home] : Texts.MinutesSecretariat;
                return Texts.MinutesPoint(
                    number: point.Number,
                    whose: whose,
                    due: Text.For(eachLanguage => dates(eachLanguage).Day(point.Due)),
                    pointText: point.Text
                );
            }),
            .. Meeting.Points.Count > 0 ? [Texts.MinutesPointsAsked] : Array.Empty<Text>(),
        ];
}
