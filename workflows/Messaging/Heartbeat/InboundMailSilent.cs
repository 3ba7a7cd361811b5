using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.Messaging.Heartbeat;

/// <summary>To officers, once: mail to us no longer arrives, so that answers of coordinators do not either.</summary>
/// <param name="Since">The last test mail that arrived, or the first that was sent.</param>
public sealed record InboundMailSilent(DateTimeOffset Since) : Notice
{
    /// <summary>It cannot wait for a digest: people answer meanwhile, and hear nothing.</summary>
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject =>
        new(
            "Mail to the programme no longer arrives",
            "Les courriels adressés au programme n'arrivent plus",
            "Los correos dirigidos al programa ya no llegan"
        );

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates)
    {
        string At(Language language) => dates(language).Moment(Since);
        return
        [
            new(
                $"Every day the system sends a test mail to its own reply address. None has arrived since {At(Language.En)}. Replies of coordinators do not arrive either, as long as this lasts.",
                $"Chaque jour, le système envoie un courriel d'essai à sa propre adresse de réponse. Aucun n'est arrivé depuis le {At(Language.Fr)}. Tant que cela dure, les réponses des coordinateurs n'arrivent pas non plus.",
                $"Cada día el sistema envía un correo de prueba a su propia dirección de respuesta. Ninguno ha llegado desde el {At(Language.Es)}. Mientras esto dure, tampoco llegan las respuestas de los coordinadores."
            ),
            new(
                "Please ask those who operate the system to look at the domain's MX record, the mail service's inbound settings and its keys. Mail that the mail service could not hand over is tried again for three days.",
                "Veuillez demander aux exploitants du système de vérifier l'enregistrement MX du domaine, les paramètres de réception du service de messagerie et ses clés. Les courriels que le service de messagerie n'a pas pu remettre sont présentés de nouveau pendant trois jours.",
                "Pida a quienes operan el sistema que revisen el registro MX del dominio, la configuración de recepción del servicio de correo y sus claves. Los correos que el servicio de correo no pudo entregar se intentan de nuevo durante tres días."
            ),
            new(
                "You are told this once. The system's health page says when test mails arrive again; the pages and links work meanwhile.",
                "Ce message n'est envoyé qu'une fois. La page d'état du système indique quand les courriels d'essai arrivent à nouveau ; les pages et les liens fonctionnent entre-temps.",
                "Este aviso se envía una sola vez. La página de estado del sistema indica cuándo vuelven a llegar los correos de prueba; entretanto, las páginas y los enlaces funcionan."
            ),
        ];
    }
}
