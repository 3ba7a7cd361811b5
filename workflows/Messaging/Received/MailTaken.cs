using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;

namespace ACip.Workflows.Messaging.Received;

/// <summary>What became of a message.</summary>
/// <param name="Wake">Instance that waits for the answer; null where nothing was answered.</param>
public sealed record MailTaken(string? Wake, IReadOnlyList<MailsOfStream> Mails)
{
    public static MailTaken Nothing { get; } = new(null, []);

    /// <summary>Tasks to be started because of the message; null if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TaskRef>? Begins { get; init; }
}
