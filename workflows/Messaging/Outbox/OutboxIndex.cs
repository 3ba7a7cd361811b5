using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Storage;
using Azure;
using Azure.Data.Tables;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Mails, over all streams, of which it is not yet known what became of them, so that a daily check reads a few rows instead of
/// the whole outbox.</summary>
/// <remarks>Entries are written before the mail's own commit, together with its tokens. An entry without a mail means that the commit
/// failed; the check removes it. Everything is in one partition, so that mails and delivery events of one moment share a
/// transaction.</remarks>
public sealed class OutboxIndex(TableServiceClient tables) : IStorageStep
{
    /// <summary>Table and partition of the tokens too.</summary>
    internal const string Table = "MailIndex",
        Partition = "mail";

    private const string NotePrefix = "unsettled|",
        DeliveredPrefix = "delivered|",
        HeldPrefix = "held|";

    /// <summary>Mails per transaction; each takes two of its actions.</summary>
    private const int MostAtOnce = 50;

    private readonly TableClient table = tables.GetTableClient(Table);

    internal WriteBatcher Rows { get; } = new(tables.GetTableClient(Table));

    public async Task CreateAsync(CancellationToken cancellation) => await table.CreateIfNotExistsAsync(cancellation);

    Task IStorageStep.PrepareAsync(CancellationToken cancellation) => CreateAsync(cancellation);

    internal static TableEntity Note(StreamId stream, string key, DateTimeOffset at) =>
        new(Partition, NotePrefix + RowKey(stream, key))
        {
            ["Stream"] = stream.Value,
            ["Key"] = key,
            ["At"] = at,
        };

    /// <summary>An entry for a mail that waits for its recipient's digest.</summary>
    internal static TableEntity HeldNote(PersonId to, StreamId stream, string key, DateTimeOffset at) =>
        new(Partition, $"{HeldPrefix}{to}~{RowKey(stream, key)}")
        {
            ["To"] = to.Value,
            ["Stream"] = stream.Value,
            ["Key"] = key,
            ["At"] = at,
        };

    public async Task<IReadOnlyList<HeldNotice>> ListHeldAsync(CancellationToken cancellation)
    {
        var held = new List<HeldNotice>();
        await foreach (
            TableEntity entity in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {Partition} and RowKey ge {HeldPrefix} and RowKey lt {HeldPrefix[..^1] + '}'}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            held.Add(
                new HeldNotice(
                    new PersonId(entity.GetString("To")!),
                    new MailRef(new StreamId(entity.GetString("Stream")!), entity.GetString("Key")!),
                    entity.GetDateTimeOffset("At")!.Value
                )
            );
        }

        return held;
    }

    public Task RemoveHeldAsync(IEnumerable<HeldNotice> notices, CancellationToken cancellation) =>
        PutAwayAsync(
            [
                .. notices.Select(notice =>
                    ($"{HeldPrefix}{notice.To}~{RowKey(notice.Mail.Stream, notice.Mail.Key)}", (DateTimeOffset?)null)
                ),
            ],
            cancellation
        );

    /// <summary>Keys of all its rows, those of tokens too.</summary>
    internal async Task<IReadOnlySet<string>> KeysAsync(CancellationToken cancellation)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (
            TableEntity entity in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"),
                select: [nameof(TableEntity.RowKey)],
                cancellationToken: cancellation
            )
        )
        {
            keys.Add(entity.RowKey);
        }

        return keys;
    }

    /// <summary>Removes a mail that was delivered, or whose own row says why not. Repeating it is harmless.</summary>
    public Task SettleAsync(StreamId stream, string key, bool delivered, DateTimeOffset at)
    {
        TableEntity note = Note(stream, key, at);
        note["Delivered"] = delivered;
        return Rows.UpsertAsync([note]);
    }

    /// <summary>Whether the mail was delivered although it is listed: a repeat may have listed it again after it was removed.</summary>
    public async Task<bool> WasDeliveredAsync(MailRef mail, CancellationToken cancellation) =>
        (
            await table.GetEntityIfExistsAsync<TableEntity>(
                Partition,
                DeliveredPrefix + RowKey(mail.Stream, mail.Key),
                cancellationToken: cancellation
            )
        ).HasValue;

    /// <summary>The same for a mail whose entry was not read.</summary>
    public async Task<bool> HasArrivedAsync(MailRef mail, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> note = await table.GetEntityIfExistsAsync<TableEntity>(
            Partition,
            NotePrefix + RowKey(mail.Stream, mail.Key),
            cancellationToken: cancellation
        );
        return (note.HasValue && note.Value!.GetBoolean("Delivered") == true) || await WasDeliveredAsync(mail, cancellation);
    }

    /// <summary>Entries that are left after the settled ones were removed. For delivered mails, a row without content says when.</summary>
    public async Task<IReadOnlyList<UnsettledMail>> ListAsync(CancellationToken cancellation)
    {
        var mails = new List<UnsettledMail>();
        var settled = new List<TableEntity>();
        await foreach (
            TableEntity entity in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {Partition} and RowKey ge {NotePrefix} and RowKey lt {NotePrefix[..^1] + '}'}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            if (entity.ContainsKey("Delivered"))
            {
                settled.Add(entity);
            }
            else
            {
                mails.Add(
                    new UnsettledMail(
                        new MailRef(new StreamId(entity.GetString("Stream")!), entity.GetString("Key")!),
                        entity.GetDateTimeOffset("At")!.Value
                    )
                );
            }
        }

        await PutAwayAsync(
            [.. settled.Select(note => (note.RowKey, note.GetBoolean("Delivered") == true ? note.GetDateTimeOffset("At") : null))],
            cancellation
        );
        return mails;
    }

    public Task RemoveAsync(IEnumerable<MailRef> mails, CancellationToken cancellation) =>
        PutAwayAsync([.. mails.Select(mail => (NotePrefix + RowKey(mail.Stream, mail.Key), (DateTimeOffset?)null))], cancellation);

    private async Task PutAwayAsync(IReadOnlyList<(string Note, DateTimeOffset? DeliveredAt)> notes, CancellationToken cancellation)
    {
        foreach ((string Note, DateTimeOffset? DeliveredAt)[] some in notes.Chunk(MostAtOnce))
        {
            var actions = new List<TableTransactionAction>();
            foreach ((string note, DateTimeOffset? deliveredAt) in some)
            {
                actions.Add(new(TableTransactionActionType.Delete, new TableEntity(Partition, note), ETag.All));
                if (deliveredAt is { } at)
                {
                    actions.Add(
                        new(
                            TableTransactionActionType.UpsertReplace,
                            new TableEntity(Partition, DeliveredPrefix + note[NotePrefix.Length..]) { ["At"] = at }
                        )
                    );
                }
            }

            try
            {
                await table.SubmitTransactionAsync(actions, cancellation);
            }
            catch (RequestFailedException gone) when (gone.Status == 404)
            {
                // another check is at it: what it leaves, the next one finds
            }
        }
    }

    private static string RowKey(StreamId stream, string key) => $"{stream}~{key}";
}

/// <param name="At">When it was written.</param>
public sealed record UnsettledMail(MailRef Mail, DateTimeOffset At);
