using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Records what became of a mail. Delivery is noted in the index only; a failure in the mail's own row too. Events may come twice
/// and out of order: a state never goes back, and an event counts once.</summary>
public sealed class DeliveryEventService(ProgrammeTable table, IUndelivered undelivered, OutboxIndex outbox, TimeProvider clock)
{
    private const int MostEvents = 20;

    /// <returns>Mails that tell the Secretariat of what is wrong, to be sent; null where there are none.</returns>
    public async Task<MailsOfStream?> TakeAsync(MailDeliveryEvent one, CancellationToken cancellation)
    {
        OutgoingState? state = one.Event switch
        {
            "delivered" => OutgoingState.Delivered,
            "bounce" => OutgoingState.Bounced,
            "dropped" => OutgoingState.Dropped,
            // it arrived, and nothing that follows will: the mail service keeps the address on a list
            "spamreport" => OutgoingState.SpamReported,
            "unsubscribe" or "group_unsubscribe" => OutgoingState.Unsubscribed,
            _ => null,
        };
        if (state is not { } reached || !IsKey(one.Stream) || !IsKey(one.Delivery))
        {
            return null;
        }

        var stream = new StreamId(one.Stream);
        MailsOfStream? notices =
            reached == OutgoingState.Delivered
                ? null
                : await table.DecideAsync(() => DecideAsync(one, stream, reached, cancellation), cancellation);
        await outbox.SettleAsync(
            stream,
            one.Delivery,
            reached is OutgoingState.Delivered or OutgoingState.SpamReported or OutgoingState.Unsubscribed,
            clock.GetUtcNow()
        );
        return notices;
    }

    private async Task<(UnitOfWork?, MailsOfStream?)> DecideAsync(
        MailDeliveryEvent one,
        StreamId stream,
        OutgoingState reached,
        CancellationToken cancellation
    )
    {
        if (await table.FindAsync<OutgoingMail>(stream, OutgoingMail.RowKey(one.Delivery), cancellation) is not { Value: var mail } row)
        {
            return (null, null);
        }

        IReadOnlyList<string> events = mail.Events ?? [];
        if (events.Contains(one.Id) || mail.State >= reached)
        {
            // a repeat finds the notices of the first time, should the process have ended before they were handed over
            return (null, mail.Notices is { Count: > 0 } before ? new MailsOfStream(stream, before) : null);
        }

        var unit = new UnitOfWork(stream);
        IReadOnlyList<string> notices = await undelivered.RecordAsync(unit, mail, reached, one.Reason ?? one.Event, cancellation);
        unit.Replace(
            row,
            mail with
            {
                State = reached,
                Detail = one.Reason,
                Events = one.Id.Length is 0 or > 200 ? events : [.. events.TakeLast(MostEvents - 1), one.Id],
                Notices = notices,
            }
        );
        return (unit, notices.Count == 0 ? null : new MailsOfStream(stream, notices));
    }

    /// <summary>Custom arguments come back through a third party, so only values that can be a key are looked up.</summary>
    private static bool IsKey(string text) =>
        text.Length is > 0 and <= 400 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
}
