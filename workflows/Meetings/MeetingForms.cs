using System.Globalization;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.Meetings;

/// <summary>The questions about a meeting: who attends and what they contribute; and later, what became of the action points.
/// Pure.</summary>
public static class MeetingForms
{
    public const string Comes = "C1",
        Women = "C2",
        Men = "C3",
        Practice = "C4",
        Question = "C5",
        Done = "A1",
        Outcome = "A2";

    private const int MostPeople = 50;

    /// <summary>What the Secretariat's own matters are filed under.</summary>
    internal static Text Programme { get; } = Texts.ProgrammeMatter;

    internal static Text Matter(MeetingRecord meeting) => Texts.MeetingMatter(refYear: meeting.Ref.Year);

    internal static ShortForm Invitation(MeetingRecord meeting, Text administration) =>
        new(
            new About.Matter(administration, Matter(meeting)),
            Texts.InvitationSubject(meetingTitle: meeting.Title, administration: administration),
            [
                ShortFormItem.YesNo(Comes, Texts.InvitationComes),
                ShortFormItem.Count(Women, Texts.InvitationWomen, most: MostPeople),
                ShortFormItem.Count(Men, Texts.InvitationMen, most: MostPeople),
                ShortFormItem.Words(Practice, Texts.InvitationPractice),
                ShortFormItem.Words(Question, Texts.InvitationQuestion),
            ],
            Comes
        )
        {
            Says = dates =>
                [
                    Texts.InvitationIntro(
                        meetingTitle: meeting.Title,
                        end: Text.For(eachLanguage => dates(eachLanguage).Range(meeting.Start, meeting.End)),
                        place: meeting.Place
                    ),
                    Texts.InvitationAgenda(agenda: meeting.Agenda),
                    Texts.InvitationBriefingComes,
                ],
        };

    internal static ShortForm Point(MeetingRecord meeting, ActionPoint point, Text whose)
    {
        string number = point.Number.ToString(CultureInfo.InvariantCulture);
        return new(
            new About.Matter(whose, Texts.PointMatter(number: number, refYear: meeting.Ref.Year)),
            Texts.PointSubject(number: number, refYear: meeting.Ref.Year),
            [ShortFormItem.YesNo(Done, Texts.PointDone), ShortFormItem.Words(Outcome, Texts.PointOutcome, required: true)]
        )
        {
            Says = _ => [Texts.PointIntro(pointText: point.Text)],
        };
    }
}
