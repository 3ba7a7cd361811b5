using System.Text;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Tokens;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Finds a task by the hash of a token. The tokens themselves are not stored. What is missing is written again
/// from the tasks when everything is reconciled.</summary>
public sealed class TokenIndex(TableServiceClient tables, IOptions<MailOptions> options)
{
    private readonly TableClient table = tables.GetTableClient(OutboxIndex.Table);

    public ReadOnlySpan<byte> Secret => Encoding.UTF8.GetBytes(options.Value.TokenSecret);

    /// <summary>Both tokens of this person for this task.</summary>
    internal IEnumerable<TableEntity> Rows(TaskRef task, PersonId person, DateTimeOffset expires)
    {
        return
        [
            Row(TaskTokens.Reply(Secret, task.Task, person), TokenUse.Reply),
            Row(TaskTokens.Link(Secret, task.Task, person), TokenUse.Link),
        ];

        TableEntity Row(string token, TokenUse use) =>
            new(OutboxIndex.Partition, RowKey(token))
            {
                ["Stream"] = task.Stream.Value,
                ["Task"] = task.Task.Value,
                ["Person"] = person.Value,
                ["Use"] = use.ToString(),
                ["Expires"] = expires,
            };
    }

    /// <summary>Revokes both tokens of a person who has no more to do with the task. Repeating it is harmless.</summary>
    public async Task ForgetAsync(TaskId task, PersonId person, CancellationToken cancellation)
    {
        foreach (string token in new[] { TaskTokens.Reply(Secret, task, person), TaskTokens.Link(Secret, task, person) })
        {
            await table.DeleteEntityAsync(OutboxIndex.Partition, RowKey(token), ETag.All, cancellation);
        }
    }

    /// <returns>Null where no task has this token, or it is for another use.</returns>
    public async Task<TokenHolder?> FindAsync(string token, TokenUse use, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
            OutboxIndex.Partition,
            RowKey(token),
            cancellationToken: cancellation
        );
        return found.HasValue && found.Value!.GetString("Use") == use.ToString()
            ? new TokenHolder(
                new TaskRef(new StreamId(found.Value.GetString("Stream")!), new TaskId(found.Value.GetString("Task")!)),
                new PersonId(found.Value.GetString("Person")!),
                found.Value.GetDateTimeOffset("Expires")!.Value
            )
            : null;
    }

    private static string RowKey(string token) => "token|" + TaskTokens.Hash(token);
}

public enum TokenUse
{
    Reply,
    Link,
}

/// <summary>What a token refers to.</summary>
public sealed record TokenHolder(TaskRef Task, PersonId Person, DateTimeOffset Expires);
