using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;

namespace ACip.Functions.Pages.Mail;

/// <summary>What became of a message, in words.</summary>
internal static class QuarantineWords
{
    public static Text Taken { get; } = new("taken as an answer", "pris comme réponse", "tomado como respuesta");

    public static Text State(OutgoingState state) =>
        state switch
        {
            OutgoingState.Waiting => new("being sent", "en cours d'envoi", "enviándose"),
            OutgoingState.Sent => new("sent", "envoyé", "enviado"),
            OutgoingState.Delivered => new("delivered", "remis", "entregado"),
            OutgoingState.SpamReported => new(
                "delivered, and reported as spam",
                "remis, puis signalé comme indésirable",
                "entregado, y marcado como no deseado"
            ),
            OutgoingState.Unsubscribed => new(
                "delivered, and unsubscribed from",
                "remis, puis désabonné",
                "entregado, con cancelación de la suscripción"
            ),
            OutgoingState.Held => new(
                "comes with the next summary",
                "arrive avec le prochain récapitulatif",
                "llega con el próximo resumen"
            ),
            OutgoingState.InDigest => new("sent in a summary", "envoyé dans un récapitulatif", "enviado en un resumen"),
            _ => new("not delivered", "non remis", "no entregado"),
        };

    public static Text State(QuarantineState state) =>
        state switch
        {
            QuarantineState.Waiting => new("waits", "en attente", "en espera"),
            QuarantineState.TreatedAsAnswer => Taken,
            QuarantineState.Discarded => new("discarded", "écarté", "descartado"),
            QuarantineState.Sealed => new("sealed", "scellé", "sellado"),
            _ => new("kept", "gardé", "guardado"),
        };
}
