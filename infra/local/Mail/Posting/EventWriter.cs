using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Local.Mail.Keeping;

namespace ACip.Local.Mail.Posting;

/// <summary>Writes delivery events as Event Webhook posts them: an array, the custom arguments among the members of each.</summary>
internal sealed class EventWriter(Ids ids)
{
    /// <param name="steps">Name and particulars of each event, in order.</param>
    public QueuedPost Write(
        LocalMessage message,
        DateTimeOffset now,
        DateTimeOffset notBefore,
        params IEnumerable<(string Name, (string Key, string Value)[] More)> steps
    )
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(
            new JsonArray([.. steps.Select(step => Event(message, step.Name, step.More, notBefore > now ? notBefore : now))]),
            Wire.Json
        );
        return new QueuedPost(
            ids.New("post", body),
            PostKind.Events,
            message.Id,
            "application/json;charset=utf-8",
            body,
            Signing.Right,
            now,
            notBefore
        );
    }

    private JsonObject Event(LocalMessage message, string name, (string Key, string Value)[] more, DateTimeOffset at)
    {
        var written = new JsonObject
        {
            ["email"] = message.Recipient.Email,
            ["timestamp"] = at.ToUnixTimeSeconds(),
            ["smtp-id"] = message.MessageId,
            ["event"] = name,
            ["sg_event_id"] = ids.New("event", $"{message.Id}\n{name}"),
            ["sg_message_id"] = $"{message.SendId}.recvd-local-{message.Id[(message.SendId.Length + 1)..]}",
        };
        foreach ((string key, string value) in more)
        {
            written[key] = value;
        }

        if (message.Categories.Count > 0)
        {
            written["category"] =
                message.Categories.Count == 1
                    ? message.Categories[0]
                    : new JsonArray([.. message.Categories.Select(category => JsonValue.Create(category))]);
        }

        foreach ((string key, string value) in message.CustomArgs.Where(argument => !written.ContainsKey(argument.Key)))
        {
            written[key] = value;
        }

        return written;
    }
}
