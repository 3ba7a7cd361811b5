using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Harness;

/// <summary>Between sending and recording: the mail service has the mail, and the outbox does not know. Only such a mail may be sent
/// twice.</summary>
internal static class SendingWindow
{
    /// <returns>Delivery ids of the mails that stand in it, once the process is dead.</returns>
    public static async Task<IReadOnlyList<string>> ReadAsync(string storage, string folder)
    {
        HashSet<string> sent = [.. SeenMail.Of(folder).Select(mail => mail.Delivery)];
        if (sent.Count == 0)
        {
            return [];
        }

        var waiting = new List<string>();
        await foreach (
            TableEntity row in new TableClient(storage, ProgrammeTable.Name).QueryAsync<TableEntity>(
                "RowKey ge 'mail|' and RowKey lt 'mail}'"
            )
        )
        {
            if (RowShape.Read<OutgoingMail>(row).Value is { State: OutgoingState.Waiting } mail && sent.Contains(mail.Key))
            {
                waiting.Add(mail.Key);
            }
        }

        return waiting;
    }
}
