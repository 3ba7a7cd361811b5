using System.Collections.Concurrent;
using ACip.Workflows.Storage;
using Azure;
using Azure.Data.Tables;

namespace ACip.Workflows.Mail.Outbox;

/// <summary>Mails of which it is not yet known what became of them, over all streams: so that a daily check reads a few rows and not the whole outbox.</summary>
/// <remarks>Noted before the mail's own commit, in one call with its tokens. A note without a mail means that the commit failed, and is taken away by the check.</remarks>
public sealed class OutboxIndex(TableServiceClient tables)
{
    /// <summary>Table and partition of the tokens too, so that a mail's note and its tokens are one transaction.</summary>
    internal const string Table = "MailIndex", Partition = "mail";

    private const string Prefix = "unsettled|";

    /// <summary>What a transaction holds.</summary>
    private const int MostAtOnce = 100;

    /// <summary>More than this are not remembered: the check then looks the mail up.</summary>
    private const int MostSettled = 20_000;

    private readonly ConcurrentDictionary<string, bool> settled = new(StringComparer.Ordinal);

    internal TableClient Client { get; } = tables.GetTableClient(Table);

    public async Task CreateAsync(CancellationToken cancellation) => await Client.CreateIfNotExistsAsync(cancellation);

    internal static TableTransactionAction Note(StreamId stream, string key, DateTimeOffset at) =>
        new(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, RowKey(stream, key)) { ["Stream"] = stream.Value, ["Key"] = key, ["At"] = at });

    /// <summary>The mail's own row says what became of it, so its note can go. It goes with all others of the day; should the process end before, the check looks the mail up.</summary>
    public void Settle(StreamId stream, string key)
    {
        if (settled.Count < MostSettled)
        {
            settled[RowKey(stream, key)] = true;
        }
    }

    /// <summary>What is left after the notes of settled mails were taken away.</summary>
    public async Task<IReadOnlyList<UnsettledMail>> ListAsync(CancellationToken cancellation)
    {
        var mails = new List<UnsettledMail>();
        var gone = new List<string>();
        await foreach (TableEntity entity in Client.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {Prefix} and RowKey lt {Prefix[..^1] + '}'}"), cancellationToken: cancellation))
        {
            if (settled.ContainsKey(entity.RowKey))
            {
                gone.Add(entity.RowKey);
            }
            else
            {
                mails.Add(new UnsettledMail(new MailRef(new StreamId(entity.GetString("Stream")!), entity.GetString("Key")!), entity.GetDateTimeOffset("At")!.Value));
            }
        }

        await RemoveAsync(gone, cancellation);
        return mails;
    }

    public Task RemoveAsync(IEnumerable<MailRef> mails, CancellationToken cancellation) => RemoveAsync([.. mails.Select(mail => RowKey(mail.Stream, mail.Key))], cancellation);

    private async Task RemoveAsync(IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        foreach (string[] some in keys.Chunk(MostAtOnce))
        {
            try
            {
                await Client.SubmitTransactionAsync(some.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(Partition, key), ETag.All)), cancellation);
            }
            catch (RequestFailedException gone) when (gone.Status == 404)
            {
                // another check was faster with one of them
                foreach (string key in some)
                {
                    await Client.DeleteEntityAsync(Partition, key, ETag.All, cancellation);
                }
            }

            foreach (string key in some)
            {
                settled.TryRemove(key, out _);
            }
        }
    }

    private static string RowKey(StreamId stream, string key) => $"{Prefix}{stream}~{key}";
}

/// <param name="At">When it was written.</param>
public sealed record UnsettledMail(MailRef Mail, DateTimeOffset At);
