using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;

namespace ACip.Functions.Pages.Mail;

/// <summary>What became of a message, in words.</summary>
internal static class QuarantineWords
{
    public static Text Taken { get; } = Texts.TakenAsAnAnswer;

    public static Text State(OutgoingState state) =>
        state switch
        {
            OutgoingState.Waiting => Texts.BeingSent,
            OutgoingState.Sent => Texts.Sent,
            OutgoingState.Delivered => Texts.Delivered,
            OutgoingState.SpamReported => Texts.DeliveredAndReportedAsSpam,
            OutgoingState.Unsubscribed => Texts.DeliveredAndUnsubscribedFrom,
            OutgoingState.Held => Texts.ComesWithTheNextSummary,
            OutgoingState.InDigest => Texts.SentInASummary,
            _ => Texts.NotDelivered,
        };

    public static Text State(QuarantineState state) =>
        state switch
        {
            QuarantineState.Waiting => Texts.Waits,
            QuarantineState.TreatedAsAnswer => Taken,
            QuarantineState.Discarded => Texts.Discarded,
            QuarantineState.Sealed => Texts.Sealed,
            _ => Texts.Kept,
        };
}
