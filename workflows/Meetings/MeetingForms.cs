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
    internal static Text3 Programme { get; } = new("Programme", "Programme", "Programa");

    internal static Text3 Matter(MeetingRecord meeting) =>
        new(
            $"coordinators' meeting {meeting.Ref.Year}",
            $"réunion des coordinateurs {meeting.Ref.Year}",
            $"reunión de coordinadores {meeting.Ref.Year}"
        );

    internal static ShortForm Invitation(MeetingRecord meeting, Text3 administration) =>
        new(
            new About.Matter(administration, Matter(meeting)),
            new(
                $"Invitation: {meeting.Title}, {administration.En}",
                $"Invitation : {meeting.Title}, {administration.Fr}",
                $"Invitación: {meeting.Title}, {administration.Es}"
            ),
            [
                ShortFormItem.YesNo(
                    Comes,
                    new("Does your administration take part", "Votre administration participe-t-elle", "¿Participa su administración?")
                ),
                ShortFormItem.Count(
                    Women,
                    new("How many women will come", "Combien de femmes viendront", "Cuántas mujeres vendrán"),
                    most: MostPeople
                ),
                ShortFormItem.Count(
                    Men,
                    new("How many men will come", "Combien d'hommes viendront", "Cuántos hombres vendrán"),
                    most: MostPeople
                ),
                ShortFormItem.Words(
                    Practice,
                    new(
                        "A good practice that you would show the others",
                        "Une bonne pratique que vous montreriez aux autres",
                        "Una buena práctica que mostraría a los demás"
                    )
                ),
                ShortFormItem.Words(
                    Question,
                    new(
                        "A question to the others, or to the Secretariat",
                        "Une question aux autres, ou au Secrétariat",
                        "Una pregunta a los demás o a la Secretaría"
                    )
                ),
            ],
            Comes
        )
        {
            Says = dates =>
                [
                    new(
                        $"You are invited to the annual meeting of coordinators: {meeting.Title}, {dates(Language.En).Range(meeting.Start, meeting.End)}, {meeting.Place}.",
                        $"Vous êtes invités à la réunion annuelle des coordinateurs : {meeting.Title}, {dates(Language.Fr).Range(meeting.Start, meeting.End)}, {meeting.Place}.",
                        $"Están invitados a la reunión anual de coordinadores: {meeting.Title}, {dates(Language.Es).Range(meeting.Start, meeting.End)}, {meeting.Place}."
                    ),
                    new($"Agenda: {meeting.Agenda}", $"Ordre du jour : {meeting.Agenda}", $"Orden del día: {meeting.Agenda}"),
                    new(
                        "Two weeks before, you get a briefing pack with your results and with what the others bring.",
                        "Deux semaines avant, vous recevrez un dossier avec vos résultats et ce que les autres apportent.",
                        "Dos semanas antes recibirá un dosier con sus resultados y con lo que aportan los demás."
                    ),
                ],
        };

    internal static ShortForm Point(MeetingRecord meeting, ActionPoint point, Text3 whose)
    {
        string number = point.Number.ToString(CultureInfo.InvariantCulture);
        return new(
            new About.Matter(
                whose,
                new(
                    $"action point {number} of the coordinators' meeting {meeting.Ref.Year}",
                    $"point d'action {number} de la réunion des coordinateurs {meeting.Ref.Year}",
                    $"punto de acción {number} de la reunión de coordinadores {meeting.Ref.Year}"
                )
            ),
            new(
                $"Action point {number} of the coordinators' meeting {meeting.Ref.Year}",
                $"Point d'action {number} de la réunion des coordinateurs {meeting.Ref.Year}",
                $"Punto de acción {number} de la reunión de coordinadores {meeting.Ref.Year}"
            ),
            [
                ShortFormItem.YesNo(Done, new("Is it done", "Est-ce fait", "¿Está hecho?")),
                ShortFormItem.Words(
                    Outcome,
                    new(
                        "What was done, or what stands in the way",
                        "Ce qui a été fait, ou ce qui l'empêche",
                        "Qué se hizo o qué lo impide"
                    ),
                    required: true
                ),
            ]
        )
        {
            Says = _ =>
                [
                    new(
                        $"The meeting agreed that you would do this: {point.Text}",
                        $"La réunion a convenu que vous feriez ceci : {point.Text}",
                        $"La reunión acordó que usted haría esto: {point.Text}"
                    ),
                ],
        };
    }
}
