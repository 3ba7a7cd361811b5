using System.Text.Json.Nodes;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Workflows.Onboarding.Erasure;

/// <summary>What happens to each row when a person is erased. Pure.</summary>
internal static class RowScrubbing
{
    private const string Gone = "person-erased";

    /// <returns>The row as it is to stand; null where it stays as it is, as everybody's entry in the register does.</returns>
    public static TableEntity? Scrub(TableEntity row, PersonId person, PersonTraces traces, IEnumerable<ErasureExemption> kept)
    {
        if (
            row.RowKey.StartsWith(AuditRows.Prefix, StringComparison.Ordinal)
            || row.RowKey == AuditRows.Head
            || row.RowKey.StartsWith(ProgrammeRows.PersonPrefix, StringComparison.Ordinal) // its own is the last
            || kept.Any(one => row.RowKey.StartsWith(one.Prefix, StringComparison.Ordinal))
        )
        {
            return null;
        }

        if (
            row.RowKey.StartsWith(OutgoingMail.RowKey(""), StringComparison.Ordinal)
            && RowShape.TryRead<OutgoingMail>(row)?.Value is { } mail
            && mail.To == person
        )
        {
            return Replaced(row, Json.Write(mail), Json.Write(Emptied(mail)));
        }

        string text = RowShape.Text(row);
        return traces.In(text) ? Replaced(row, text, traces.Without(JsonNode.Parse(text))!.ToJsonString(Json.Stored)) : null;
    }

    /// <summary>Whether the row gives the person away, wherever in it.</summary>
    public static bool IsIn(TableEntity row, PersonTraces traces) => traces.In(RowShape.Text(row)) || traces.In(row.RowKey);

    /// <summary>Blobs of mails that the person wrote.</summary>
    public static IEnumerable<string> WrittenBy(PersonId person, TableEntity row) =>
        row.RowKey.StartsWith(ReceivedMail.Prefix, StringComparison.Ordinal)
        && RowShape.TryRead<ReceivedMail>(row)?.Value is { } mail
        && mail.Person == person
            ? mail.Repeats.Prepend(mail.Blob)
            : [];

    /// <summary>Keeps that there was a mail, its kind, time and outcome, because other rows refer to it.</summary>
    private static OutgoingMail Emptied(OutgoingMail mail)
    {
        bool under = mail.State is OutgoingState.Waiting or OutgoingState.Held;
        return mail with
        {
            Subject = "",
            Text = "",
            Html = "",
            Digest = null,
            Attachments = null,
            Detail = under || mail.Detail == Gone ? Gone : null,
            State = under ? OutgoingState.Dropped : mail.State,
        };
    }

    /// <returns>Null where nothing of it changes, or it would be done without end.</returns>
    private static TableEntity? Replaced(TableEntity row, string was, string json)
    {
        if (json == was)
        {
            return null;
        }

        TableEntity written = RowShape.Rebuild(
            new StreamId(row.PartitionKey),
            row.RowKey,
            json,
            row.TryGetValue(RowShape.Version, out object? shape) ? shape as int? : null,
            null,
            null
        );
        written.ETag = row.ETag;
        return written;
    }
}
