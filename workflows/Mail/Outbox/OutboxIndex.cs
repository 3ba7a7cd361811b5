using ACip.Workflows.Storage;
using Azure;
using Azure.Data.Tables;

namespace ACip.Workflows.Mail.Outbox;

/// <summary>Mails of which it is not yet known what became of them, over all streams: so that a daily check reads a few rows and not the whole outbox.</summary>
/// <remarks>Noted before the mail's own commit. A note without a mail means that the commit failed, and is taken away by the check.</remarks>
public sealed class OutboxIndex(TableServiceClient tables)
{
    private const string Partition = "unsettled";

    private readonly TableClient table = tables.GetTableClient("Outbox");

    public async Task CreateAsync(CancellationToken cancellation) => await table.CreateIfNotExistsAsync(cancellation);

    public async Task NoteAsync(StreamId stream, string key, DateTimeOffset at, CancellationToken cancellation) =>
        await table.UpsertEntityAsync(new TableEntity(Partition, RowKey(stream, key)) { ["Stream"] = stream.Value, ["Key"] = key, ["At"] = at }, TableUpdateMode.Replace, cancellation);

    public async Task SettleAsync(StreamId stream, string key, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(Partition, RowKey(stream, key), ETag.All, cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // settled before
        }
    }

    public async Task<IReadOnlyList<UnsettledMail>> ListAsync(CancellationToken cancellation)
    {
        var mails = new List<UnsettledMail>();
        await foreach (TableEntity entity in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellation))
        {
            mails.Add(new UnsettledMail(new MailRef(new StreamId(entity.GetString("Stream")!), entity.GetString("Key")!), entity.GetDateTimeOffset("At")!.Value));
        }

        return mails;
    }

    private static string RowKey(StreamId stream, string key) => $"{stream}~{key}";
}

/// <param name="At">When it was written.</param>
public sealed record UnsettledMail(MailRef Mail, DateTimeOffset At);
