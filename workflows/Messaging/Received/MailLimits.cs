using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Storage;
using Azure;
using Azure.Data.Tables;

namespace ACip.Workflows.Messaging.Received;

/// <summary>Counts the mails that incoming mail makes us send, and purges counts of past days.</summary>
public sealed class MailLimits(ProgrammeTable table, TableServiceClient tables)
{
    private const string Everybody = "all";

    /// <summary>Prefix of rows that say in which streams something was counted, so that not all streams need to be searched.</summary>
    private const string StreamPrefix = "counted|";

    private readonly TableClient index = tables.GetTableClient(OutboxIndex.Table);

    /// <returns>False: no mail is to be sent, and nothing was counted.</returns>
    public async Task<bool> TryCountAsync(
        UnitOfWork unit,
        string kind,
        string sender,
        DateTimeOffset now,
        CancellationToken cancellation
    ) => await CountAsync(unit, kind, sender, now, cancellation) is not null;

    /// <summary>Counts one more in the unit of work, if the limit allows it.</summary>
    /// <param name="sender">Stands in a key: an id, or a hash.</param>
    /// <returns>How many of this sender's there are now; null: no mail is to be sent, and nothing was counted.</returns>
    public async Task<int?> CountAsync(UnitOfWork unit, string kind, string sender, DateTimeOffset now, CancellationToken cancellation)
    {
        string Key(string who) => string.Create(CultureInfo.InvariantCulture, $"{MailLimit.Prefix}{now.UtcDateTime:yyyyMMdd}|{kind}|{who}");
        Row<MailLimit>? own = await table.FindAsync<MailLimit>(unit.Stream, Key(sender), cancellation);
        Row<MailLimit>? all = await table.FindAsync<MailLimit>(unit.Stream, Key(Everybody), cancellation);
        if (own?.Value.Count >= MailLimit.OfASender || all?.Value.Count >= MailLimit.OfAll)
        {
            return null;
        }

        if (all is null)
        {
            // before the commit, so that no count stands anywhere unknown
            await index.UpsertEntityAsync(
                new TableEntity(OutboxIndex.Partition, StreamPrefix + unit.Stream) { ["Stream"] = unit.Stream.Value },
                TableUpdateMode.Replace,
                cancellation
            );
        }

        int count = (own?.Value.Count ?? 0) + 1;
        unit.Put(Key(sender), own, new MailLimit(count)).Put(Key(Everybody), all, new MailLimit((all?.Value.Count ?? 0) + 1));
        return count;
    }

    /// <summary>Deletes the counts of earlier days.</summary>
    /// <returns>How many.</returns>
    public async Task<int> PurgeAsync(DateOnly before, CancellationToken cancellation)
    {
        int gone = 0;
        await foreach (
            TableEntity counted in index.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {OutboxIndex.Partition} and RowKey ge {StreamPrefix} and RowKey lt {StreamPrefix[..^1] + '}'}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            StreamId stream = new(counted.GetString("Stream")!);
            gone += await table.PurgeAsync(stream, MailLimit.Prefix, before, cancellation);
            if ((await table.ListAsync<MailLimit>(stream, MailLimit.Prefix, cancellation)).Count == 0)
            {
                try
                {
                    await index.DeleteEntityAsync(counted.PartitionKey, counted.RowKey, counted.ETag, cancellation);
                }
                catch (RequestFailedException noted) when (noted.Status is 404 or 412)
                {
                    // something is being counted there at this moment
                }
            }
        }

        return gone;
    }
}
