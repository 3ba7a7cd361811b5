using System.Collections.Frozen;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Why a message was taken as it was. The slugs stand in tables, API and logs; people read the texts.</summary>
public static class Reasons
{
    public const string DkimAligned = "dkim-aligned";
    public const string SpfAligned = "spf-aligned";
    public const string DomainSilent = "domain-silent";
    public const string DomainDenies = "domain-denies";
    public const string Stranger = "stranger";
    public const string NoSender = "no-sender";
    public const string SeveralSenders = "several-senders";
    public const string NamePretends = "name-pretends";
    public const string Loop = "loop";
    public const string Bounce = "bounce";
    public const string ReadReceipt = "read-receipt";
    public const string CalendarReply = "calendar-reply";
    public const string AutoSubmitted = "auto-submitted";
    public const string OutOfOffice = "out-of-office";
    public const string SuppressesReplies = "suppresses-replies";
    public const string Bulk = "bulk";
    public const string FromNobody = "from-nobody";
    public const string NoToken = "no-token";
    public const string UnknownToken = "unknown-token";
    public const string SeveralTasks = "several-tasks";
    public const string ExpiredToken = "expired-token";
    public const string TaskClosed = "task-closed";
    public const string Flawed = "flawed";
    public const string Encrypted = "encrypted";
    public const string Question = "question";
    public const string StillUnclear = "still-unclear";
    public const string ChangedOften = "changed-often";
    public const string TooLarge = "too-large";
    public const string NotProcessed = "not-processed";

    private static readonly FrozenDictionary<string, Text> Texts = new Dictionary<string, Text>
    {
        [DkimAligned] = new(
            "Signed by the sender's own domain.",
            "Signé par le domaine même de l'expéditeur.",
            "Firmado por el propio dominio del remitente."
        ),
        [SpfAligned] = new(
            "Sent by a server that the sender's domain allows.",
            "Envoyé par un serveur que le domaine de l'expéditeur autorise.",
            "Enviado por un servidor que el dominio del remitente autoriza."
        ),
        [DomainSilent] = new(
            "The address is registered, but its domain does not show that the message comes from there.",
            "L'adresse est enregistrée, mais son domaine ne prouve pas que le message en provient.",
            "La dirección está registrada, pero su dominio no demuestra que el mensaje proceda de ella."
        ),
        [DomainDenies] = new(
            "The address is registered, but its domain says that the message was not sent from there. It may be forged or forwarded.",
            "L'adresse est enregistrée, mais son domaine indique que le message n'en provient pas. Il peut être falsifié ou transféré.",
            "La dirección está registrada, pero su dominio indica que el mensaje no se envió desde ella. Puede ser falso o reenviado."
        ),
        [Stranger] = new(
            "The sender is not one of the people who were asked.",
            "L'expéditeur ne fait pas partie des personnes interrogées.",
            "El remitente no es una de las personas a quienes se preguntó."
        ),
        [NoSender] = new("The message names no sender.", "Le message n'indique pas d'expéditeur.", "El mensaje no indica remitente."),
        [SeveralSenders] = new(
            "The message names several senders, or one that cannot be read.",
            "Le message indique plusieurs expéditeurs, ou un expéditeur illisible.",
            "El mensaje indica varios remitentes, o uno que no se puede leer."
        ),
        [NamePretends] = new(
            "The sender's display name is the address of somebody else.",
            "Le nom affiché de l'expéditeur est l'adresse d'une autre personne.",
            "El nombre visible del remitente es la dirección de otra persona."
        ),
        [Loop] = new("Our own mail came back.", "Notre propre courriel est revenu.", "Nuestro propio correo ha vuelto."),
        [Bounce] = new(
            "A mail of ours could not be delivered.",
            "Un de nos courriels n'a pas pu être remis.",
            "Un correo nuestro no se pudo entregar."
        ),
        [ReadReceipt] = new("A read receipt.", "Une confirmation de lecture.", "Una confirmación de lectura."),
        [CalendarReply] = new(
            "An answer to an invitation, written by a calendar.",
            "Une réponse à une invitation, écrite par un agenda.",
            "Una respuesta a una invitación, escrita por un calendario."
        ),
        [AutoSubmitted] = new("An automatic reply.", "Une réponse automatique.", "Una respuesta automática."),
        [OutOfOffice] = new("An absence notice.", "Un avis d'absence.", "Un aviso de ausencia."),
        [SuppressesReplies] = new(
            "The message forbids automatic answers, as machines do.",
            "Le message interdit les réponses automatiques, comme le font les machines.",
            "El mensaje prohíbe las respuestas automáticas, como hacen las máquinas."
        ),
        [Bulk] = new(
            "Mail from a list or in bulk.",
            "Courriel d'une liste de diffusion ou envoi en nombre.",
            "Correo de una lista o envío masivo."
        ),
        [FromNobody] = new(
            "The message has no return address, as machines' messages have none.",
            "Le message n'a pas d'adresse de retour, comme ceux des machines.",
            "El mensaje no tiene dirección de retorno, como los de las máquinas."
        ),
        [NoToken] = new(
            "The message was not sent to the reply address of a task.",
            "Le message n'a pas été envoyé à l'adresse de réponse d'une tâche.",
            "El mensaje no se envió a la dirección de respuesta de una tarea."
        ),
        [UnknownToken] = new(
            "The reply address belongs to no task.",
            "L'adresse de réponse ne correspond à aucune tâche.",
            "La dirección de respuesta no corresponde a ninguna tarea."
        ),
        [SeveralTasks] = new(
            "The message was sent to the reply addresses of several tasks.",
            "Le message a été envoyé aux adresses de réponse de plusieurs tâches.",
            "El mensaje se envió a las direcciones de respuesta de varias tareas."
        ),
        [ExpiredToken] = new("The reply address has expired.", "L'adresse de réponse a expiré.", "La dirección de respuesta ha caducado."),
        [Question] = new("The person asks a question.", "La personne pose une question.", "La persona hace una pregunta."),
        [StillUnclear] = new(
            "The person was asked back twice, and this too could not be understood.",
            "La personne a été questionnée deux fois, et ceci non plus n'a pas pu être compris.",
            "Se preguntó dos veces a la persona, y esto tampoco se pudo entender."
        ),
        [ChangedOften] = new(
            "The person has changed this answer twice; a further change is for a person to take.",
            "La personne a déjà modifié cette réponse deux fois ; c'est à quelqu'un de prendre toute autre modification.",
            "La persona ya cambió esta respuesta dos veces; otro cambio debe tomarlo alguien."
        ),
        [TaskClosed] = new("The task is closed.", "La tâche est close.", "La tarea está cerrada."),
        [Flawed] = new(
            "Part of the message cannot be read for certain.",
            "Une partie du message ne peut pas être lue avec certitude.",
            "Una parte del mensaje no se puede leer con certeza."
        ),
        [Encrypted] = new(
            "The message is encrypted and cannot be opened here.",
            "Le message est chiffré et ne peut pas être ouvert ici.",
            "El mensaje está cifrado y no se puede abrir aquí."
        ),
        [TooLarge] = new(
            "The message holds more than can be taken at once.",
            "Le message contient plus que ce qui peut être pris en une fois.",
            "El mensaje contiene más de lo que se puede tomar de una vez."
        ),
        [NotProcessed] = new(
            "Something in the message could not be processed.",
            "Quelque chose dans le message n'a pas pu être traité.",
            "Algo del mensaje no se pudo procesar."
        ),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What its sender can do instead, where something can be done.</summary>
    private static readonly FrozenDictionary<string, Text> Instead = new Dictionary<string, Text>
    {
        [Encrypted] = new(
            "Please send it again without encryption, or answer on the page behind the link in our mail.",
            "Veuillez le renvoyer sans chiffrement, ou répondre sur la page que le lien de notre courriel ouvre.",
            "Envíelo de nuevo sin cifrar, o responda en la página que abre el enlace de nuestro correo."
        ),
        [Flawed] = new(
            "It was probably damaged on its way. Please send it again as plain text, or answer on the page behind the link in our mail.",
            "Il a sans doute été abîmé en route. Veuillez le renvoyer en texte brut, ou répondre sur la page que le lien de notre courriel ouvre.",
            "Probablemente se dañó en el camino. Envíelo de nuevo como texto sin formato, o responda en la página que abre el enlace de nuestro correo."
        ),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> All => Texts.Keys;

    /// <returns>Null where a person has to see to it first.</returns>
    public static Text? DoInstead(string reason) => Instead.GetValueOrDefault(reason);

    /// <exception cref="KeyNotFoundException">The slug is none of ours.</exception>
    public static Text Text(string reason) => Texts[reason];
}
