using System.Globalization;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.Meetings;

/// <summary>What is asked about a meeting: who comes and what they bring; and later, what became of what was agreed. Pure.</summary>
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
    internal static Text Programme { get; } = Texts.Programme;

    internal static Text Matter(MeetingRecord meeting) => Texts.CoordinatorsMeetingRefYear(refYear: meeting.Ref.Year);

    internal static ShortForm Invitation(MeetingRecord meeting, Text administration) =>
        new(
            new About.Matter(administration, Matter(meeting)),
            Texts.InvitationMeetingTitleAdministration(meetingTitle: meeting.Title, administration: administration),
            [
                ShortFormItem.YesNo(Comes, Texts.DoesYourAdministrationTakePart),
                ShortFormItem.Count(Women, Texts.HowManyWomenWillCome, most: MostPeople),
                ShortFormItem.Count(Men, Texts.HowManyMenWillCome, most: MostPeople),
                ShortFormItem.Words(Practice, Texts.GoodPracticeYouWouldShowOthers),
                ShortFormItem.Words(Question, Texts.QuestionOthersSecretariat),
            ],
            Comes
        )
        {
            Says = dates =>
                [
                    Texts.YouInvitedAnnualMeetingCoordinators(
                        meetingTitle: meeting.Title,
                        end: Text.For(eachLanguage => dates(eachLanguage).Range(meeting.Start, meeting.End)),
                        place: meeting.Place
                    ),
                    Texts.AgendaAgenda(agenda: meeting.Agenda),
                    Texts.TwoWeeksBeforeYouGetBriefing,
                ],
        };

    internal static ShortForm Point(MeetingRecord meeting, ActionPoint point, Text whose)
    {
        string number = point.Number.ToString(CultureInfo.InvariantCulture);
        return new(
            new About.Matter(whose, Texts.AboutActionPoint(number: number, refYear: meeting.Ref.Year)),
            Texts.ActionPointNumberCoordinatorsMeetingRefYear(number: number, refYear: meeting.Ref.Year),
            [ShortFormItem.YesNo(Done, Texts.IsItDone), ShortFormItem.Words(Outcome, Texts.WhatDoneWhatStandsWay, required: true)]
        )
        {
            Says = _ => [Texts.MeetingAgreedYouWouldDoPointText(pointText: point.Text)],
        };
    }
}
