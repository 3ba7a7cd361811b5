using System.Text.Json;
using ACip.Workflows.Audit;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Mail.Outbox;

/// <summary>One delivery event of the mail service.</summary>
/// <param name="Stream">From our custom arguments: where the mail stands.</param>
/// <param name="Delivery">Key of the mail, from our custom arguments.</param>
/// <param name="Event">delivered, bounce, dropped, deferred, processed …</param>
public sealed record DeliveryEvent(string Id, string Stream, string Delivery, string Event, string? Reason)
{
    /// <summary>Events without our arguments are none of ours and are left out.</summary>
    /// <exception cref="JsonException">Not an array of objects.</exception>
    public static IReadOnlyList<DeliveryEvent> Read(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("Delivery events come as an array.");
        }

        return
        [
            .. from one in document.RootElement.EnumerateArray()
               let stream = Text(one, "stream")
               let delivery = Text(one, "delivery")
               where stream is not null && delivery is not null
               select new DeliveryEvent(Text(one, "sg_event_id") ?? "", stream, delivery, Text(one, "event") ?? "", Text(one, "reason")),
        ];
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Moves the outbox row to what became of the mail. Events may come twice and out of order: a state never goes back.</summary>
public sealed class DeliveryDesk(ProgrammeTable table)
{
    public async Task TakeAsync(DeliveryEvent one, CancellationToken cancellation)
    {
        OutgoingState? state = one.Event switch
        {
            "delivered" => OutgoingState.Delivered,
            "bounce" => OutgoingState.Bounced,
            "dropped" => OutgoingState.Dropped,
            _ => null,
        };
        if (state is not { } reached)
        {
            return;
        }

        var stream = new StreamId(one.Stream);
        await table.DecideAsync(async () =>
        {
            if (await table.FindAsync<OutgoingMail>(stream, OutgoingMail.RowKey(one.Delivery), cancellation) is not { } row || row.Value.State >= reached)
            {
                return ((Unit?)null, true);
            }

            Unit unit = new Unit(stream).Replace(row, row.Value with { State = reached, Detail = one.Reason });
            return (reached == OutgoingState.Delivered ? unit : unit.Record(new AuditEntry(AuditKind.MailBounced, one.Delivery, Reason: one.Event)), true);
        }, cancellation);
    }
}
