using System.Text.Json;
using ACip.Workflows.Messaging.Incoming;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>One delivery event of the mail service.</summary>
/// <param name="Stream">From our custom arguments: where the mail stands.</param>
/// <param name="Delivery">Key of the mail, from our custom arguments.</param>
/// <param name="Event">delivered, bounce, dropped, deferred, processed …</param>
public sealed record MailDeliveryEvent(string Id, string Stream, string Delivery, string Event, string? Reason)
{
    /// <summary>Reads the events. Those without our arguments, or with arguments that are not text, do not belong to us and are
    /// skipped.</summary>
    /// <exception cref="JsonException">Not an array of objects.</exception>
    public static IReadOnlyList<MailDeliveryEvent> Read(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("Delivery events come as an array.");
        }

        return
        [
            .. from one in document.RootElement.EnumerateArray()
            where StrangersJson.IsSound(one)
            let stream = Text(one, "stream")
            let delivery = Text(one, "delivery")
            where stream is not null && delivery is not null
            select new MailDeliveryEvent(Text(one, "sg_event_id") ?? "", stream, delivery, Text(one, "event") ?? "", Text(one, "reason")),
        ];
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
