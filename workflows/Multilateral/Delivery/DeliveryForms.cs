using ACip.Workflows.Events;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Multilateral.Entries;

namespace ACip.Workflows.Multilateral.Delivery;

/// <summary>The questions about an event: before it, who attends; after it, who did and how useful it was. Pure.</summary>
public static class DeliveryForms
{
    public const string Comes = "T1",
        WomenComing = "T2",
        MenComing = "T3",
        Wishes = "T4",
        WomenCame = "P1",
        MenCame = "P2",
        NotStated = "P3",
        Useful = "E1",
        WillUse = "E2",
        Improve = "E3",
        InUse = "U1";

    private const int BestMark = 5,
        MostPeople = 10_000;

    /// <summary>From 1 to 5; null where none was given. A nought, which earlier forms took, is none.</summary>
    public static decimal? MarkOf(ShortFormAnswer? answer) =>
        answer?.Values.GetValueOrDefault(Useful)?.Number is { } mark and >= 1 ? mark : null;

    internal static ShortForm Registration(DeliveryEvent held, About.Matter about) =>
        new(
            about,
            Texts.RegistrationSubject(heldTitle: held.Title, administration: about.Administration),
            [
                ShortFormItem.YesNo(Comes, Takes(held.Kind)),
                ShortFormItem.Count(WomenComing, Texts.RegistrationWomen, most: MostPeople),
                ShortFormItem.Count(MenComing, Texts.RegistrationMen, most: MostPeople),
                ShortFormItem.Words(Wishes, Texts.RegistrationWishes),
            ],
            Comes
        )
        {
            Says = dates =>
                [
                    Invites(held, Text.For(eachLanguage => dates(eachLanguage).Range(held.Start, held.End))),
                    .. held.Terms is { } terms ? new[] { Texts.MissionTermsOfReference(terms: terms) } : [],
                ],
        };

    /// <param name="instrument">What the event brought; null for nothing that is taken up.</param>
    internal static ShortForm Attendance(DeliveryEvent held, About.Matter about, Instrument? instrument) =>
        new(
            about,
            Texts.AttendanceSubject(heldTitle: held.Title, administration: about.Administration),
            [
                ShortFormItem.Count(WomenCame, Texts.AttendanceWomen, most: MostPeople),
                ShortFormItem.Count(MenCame, Texts.AttendanceMen, most: MostPeople),
                ShortFormItem.Count(NotStated, Texts.AttendanceNotStated, required: false, most: MostPeople),
                ShortFormItem.Mark(Useful, Texts.AttendanceUseful, BestMark),
                ShortFormItem.Words(WillUse, Texts.AttendanceWillUse),
                ShortFormItem.Words(Improve, Texts.AttendanceImprove),
                .. instrument is null
                    ? Array.Empty<ShortFormItem>()
                    : [ShortFormItem.YesNo(InUse, Texts.AttendanceInUse(instrumentTitle: instrument.Title))],
            ]
        )
        {
            Says = dates =>
                [
                    Texts.AttendanceIntro(
                        heldTitle: held.Title,
                        end: Text.For(eachLanguage => dates(eachLanguage).Range(held.Start, held.End)),
                        place: held.Place
                    ),
                ],
        };

    internal static About.Matter AboutIt(DeliveryEvent held, Text administration) => new(administration, Text.Same(held.Title));

    private static Text Invites(DeliveryEvent held, Text days) =>
        held.Kind == DeliveryKind.ExpertMission
            ? Texts.RegistrationIntroMission(heldTitle: held.Title, end: days, place: held.Place)
            : Texts.RegistrationIntro(heldTitle: held.Title, end: days, place: held.Place);

    private static Text Takes(DeliveryKind kind) =>
        kind == DeliveryKind.ExpertMission ? Texts.RegistrationMissionSuits : Texts.RegistrationComes;
}
