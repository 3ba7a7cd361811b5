namespace ACip.Workflows.HumanTasks;

/// <content>Rules of the multilateral component, of meetings, and of who comes and leaves.</content>
public static partial class RefusalRules
{
    private static readonly Dictionary<string, RefusalRule> Life = new(StringComparer.Ordinal)
    {
        // events, instruments, experts
        ["event-twice"] = Conflict(
            "There is an event of this name already.",
            "Il existe déjà une activité de ce nom.",
            "Ya hay una actividad con este nombre."
        ),
        ["no-such-event"] = Missing(
            "There is no such event that is still planned.",
            "Il n'existe pas d'activité de ce nom encore prévue.",
            "No hay ninguna actividad con ese nombre aún prevista."
        ),
        ["event-words"] = Conflict(
            "An event has a title and a place, of 200 characters at most.",
            "Une activité a un titre et un lieu, de 200 caractères au plus.",
            "Una actividad tiene un título y un lugar, de 200 caracteres como máximo."
        ),
        ["event-days"] = Conflict(
            "An event ends after it begins, and is planned before it begins.",
            "Une activité finit après avoir commencé, et se prévoit avant de commencer.",
            "Una actividad termina después de empezar y se prevé antes de que empiece."
        ),
        ["event-invited"] = Conflict(
            "Invite administrations of the programme, each once.",
            "Invitez des administrations du programme, chacune une fois.",
            "Invite a administraciones del programa, cada una una vez."
        ),
        ["no-such-theme"] = Conflict(
            "Themes are key factors 1 to 10, articles 1 to 71 of the Convention, and targets of Goal 16.",
            "Les thèmes sont les facteurs clés 1 à 10, les articles 1 à 71 de la Convention et les cibles de l'objectif 16.",
            "Los temas son los factores clave 1 a 10, los artículos 1 a 71 de la Convención y las metas del Objetivo 16."
        ),
        ["no-such-initiative"] = Missing("There is no such initiative.", "Cette initiative n'existe pas.", "Esa iniciativa no existe."),
        ["no-such-instrument"] = Missing("There is no such instrument.", "Cet instrument n'existe pas.", "Ese instrumento no existe."),
        ["no-such-version"] = Missing(
            "The instrument has no such version.",
            "L'instrument n'a pas cette version.",
            "El instrumento no tiene esa versión."
        ),
        ["mission-terms"] = Conflict(
            "An expert mission, and nothing else, has an expert and terms of reference.",
            "Une mission d'expert, et elle seule, a un expert et des termes de référence.",
            "Una misión de experto, y solo ella, tiene un experto y términos de referencia."
        ),
        ["no-such-expert"] = Missing(
            "Nobody of the pool has this id.",
            "Personne du vivier ne porte cet identifiant.",
            "Nadie del grupo de expertos lleva ese identificador."
        ),

        // good practices, communities
        ["practice-words"] = Conflict(
            "A practice has an id of small letters, digits and hyphens, a title, and key factors from 1 to 10.",
            "Une pratique a un identifiant en minuscules, chiffres et tirets, un titre et des facteurs clés de 1 à 10.",
            "Una práctica tiene un identificador de minúsculas, cifras y guiones, un título y factores clave de 1 a 10."
        ),
        ["practice-not-accepted"] = Conflict(
            "No accepted report says this in words.",
            "Aucun rapport accepté ne dit cela en toutes lettres.",
            "Ningún informe aceptado dice esto con palabras."
        ),
        ["practice-twice"] = Conflict(
            "There is a practice of this name already.",
            "Il existe déjà une pratique de ce nom.",
            "Ya hay una práctica con este nombre."
        ),
        ["topic-words"] = Conflict(
            "A topic has an id of small letters, digits and hyphens, a title, a question, and a day to come on which it closes.",
            "Un sujet a un identifiant en minuscules, chiffres et tirets, un titre, une question et une date de clôture à venir.",
            "Un tema tiene un identificador de minúsculas, cifras y guiones, un título, una pregunta y una fecha futura de cierre."
        ),
        ["topic-twice"] = Conflict(
            "There is a topic of this name already.",
            "Il existe déjà un sujet de ce nom.",
            "Ya hay un tema con este nombre."
        ),

        // meetings
        ["meeting-days"] = Conflict(
            "A meeting lies ahead, within two years, and ends after it begins.",
            "Une réunion est à venir, dans les deux ans, et finit après avoir commencé.",
            "Una reunión es futura, dentro de dos años, y termina después de empezar."
        ),
        ["meeting-words"] = Conflict(
            "A meeting has a title, a place and an agenda.",
            "Une réunion a un titre, un lieu et un ordre du jour.",
            "Una reunión tiene un título, un lugar y un orden del día."
        ),
        ["meeting-twice"] = Conflict(
            "There is a meeting of that year already.",
            "Il existe déjà une réunion de cette année.",
            "Ya hay una reunión de ese año."
        ),
        ["no-such-meeting"] = Missing(
            "There is no such meeting to decide about now.",
            "Il n'y a pas de telle réunion sur laquelle se prononcer maintenant.",
            "No hay tal reunión sobre la que decidir ahora."
        ),
        ["minutes-empty"] = Conflict("Minutes say what was said.", "Un compte rendu dit ce qui a été dit.", "Un acta dice lo que se dijo."),
        ["action-point"] = Conflict(
            "An action point says what is to be done by which day to come; a meeting has at most 30.",
            "Un point d'action dit ce qui est à faire avant quelle date à venir ; une réunion en a 30 au plus.",
            "Un punto de acción dice qué hay que hacer antes de qué fecha futura; una reunión tiene 30 como máximo."
        ),
        ["meeting-attendance"] = Conflict(
            "Who came is counted, once for each administration.",
            "Les présents se comptent, une fois par administration.",
            "Los asistentes se cuentan, una vez por administración."
        ),

        // Members and donors
        ["member-twice"] = Conflict(
            "This administration takes part already, or did.",
            "Cette administration participe déjà, ou a participé.",
            "Esta administración ya participa, o participó."
        ),
        ["member-plan-start"] = Conflict(
            "The first plan begins on a day of this year or to come.",
            "Le premier plan commence cette année ou plus tard.",
            "El primer plan empieza este año o más tarde."
        ),
        ["no-such-member"] = Missing("There is no such Member.", "Ce Membre n'existe pas.", "Ese Miembro no existe."),
        ["donor-twice"] = Conflict(
            "This donor takes part already, or did.",
            "Ce bailleur participe déjà, ou a participé.",
            "Este donante ya participa, o participó."
        ),
        ["donor-words"] = Conflict(
            "A donor has an id of small letters, digits and hyphens, a name, an IATI reference, and a contact with an address of their own.",
            "Un bailleur a un identifiant en minuscules, chiffres et tirets, un nom, une référence IATI et un contact avec sa propre adresse.",
            "Un donante tiene un identificador de minúsculas, cifras y guiones, un nombre, una referencia IATI y un contacto con dirección propia."
        ),
        ["donor-last-day"] = Conflict(
            "The last day lies within a year or so from today.",
            "Le dernier jour se situe à un an environ d'aujourd'hui.",
            "El último día está a un año, más o menos, de hoy."
        ),
    };
}
