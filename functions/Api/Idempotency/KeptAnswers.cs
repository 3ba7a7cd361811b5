using System.Text;
using ACip.Workflows.Messaging;
using ACip.Workflows.Storage;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace ACip.Functions.Api.Idempotency;

/// <summary>POSTs with a key that were started, and their responses. A table of its own, because it holds no facts of the programme and is
/// purged after a day or two.</summary>
internal sealed class KeptAnswers(TableServiceClient tables, IOptions<MailOptions> options, TimeProvider clock)
    : IStorageStep,
        IRetentionStep
{
    internal const string Table = "IdempotencyKeys";

    /// <summary>How long, at least, a response can be requested again.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Longer than any function can run. A request unfinished by then has ended without a response.</summary>
    internal static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(10);

    /// <summary>The size of a property and the most properties per response; a larger response is not stored.</summary>
    private const int Part = 60_000,
        MostParts = 12;

    private const string Fingerprint = "Fingerprint",
        Begun = "Begun",
        Parts = "Parts",
        Unknown = "Unknown";

    private readonly TableClient table = tables.GetTableClient(Table);

    private byte[] Secret => Encoding.UTF8.GetBytes(options.Value.TokenSecret);

    public async Task PrepareAsync(CancellationToken cancellation) => await table.CreateIfNotExistsAsync(cancellation);

    /// <summary>Claims the key for this request unless it is taken.</summary>
    public async Task<KeyState> BeginAsync(IdempotentRequest request, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        string fingerprint = request.Fingerprint(Secret);
        try
        {
            Response begun = await table.AddEntityAsync(
                new TableEntity(request.Caller, request.RowKey(Secret)) { [Fingerprint] = fingerprint, [Begun] = now },
                cancellation
            );
            return new KeyState.Free(begun.Headers.ETag ?? ETag.All);
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
                request.Caller,
                request.RowKey(Secret),
                cancellationToken: cancellation
            );
            return !found.HasValue ? new KeyState.Working() // let go a moment ago
                : found.Value!.GetString(Fingerprint) != fingerprint ? new KeyState.Reused()
                : found.Value.GetInt32(Parts) is { } parts ? Read(found.Value, parts, request)
                : found.Value.GetBoolean(Unknown) == true || now - found.Value.GetDateTimeOffset(Begun) > LongestWork
                    ? new KeyState.NotKnown()
                : new KeyState.Working();
        }
    }

    public Task EndAsync(IdempotentRequest request, KeyState.Free taken, KeptAnswer answer, CancellationToken cancellation)
    {
        byte[] whole = SealedAnswer.Seal(answer, Secret, request);
        byte[][] parts = [.. whole.Chunk(Part)];
        if (parts.Length > MostParts)
        {
            return LeaveOpenAsync(request, taken, cancellation);
        }

        var row = new TableEntity { [Parts] = parts.Length };
        for (int at = 0; at < parts.Length; at++)
        {
            row[$"Part{at}"] = parts[at];
        }

        return WriteAsync(request, taken, row, cancellation);
    }

    /// <summary>Marks the outcome as unknown: the request must not be repeated automatically.</summary>
    public Task LeaveOpenAsync(IdempotentRequest request, KeyState.Free taken, CancellationToken cancellation) =>
        WriteAsync(request, taken, new TableEntity { [Unknown] = true }, cancellation);

    /// <summary>Releases the key because nothing was done; the request can be sent again.</summary>
    public Task LetGoAsync(IdempotentRequest request, KeyState.Free taken, CancellationToken cancellation) =>
        table.DeleteEntityAsync(request.Caller, request.RowKey(Secret), taken.Tag, cancellation);

    public async Task<int> PurgeAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var old = new List<TableEntity>();
        await foreach (
            TableEntity row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"Begun lt {now - Kept}"),
                select: ["PartitionKey", "RowKey"],
                cancellationToken: cancellation
            )
        )
        {
            old.Add(row);
        }

        foreach (TableEntity row in old)
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }

        return old.Count;
    }

    private KeyState Read(TableEntity row, int parts, IdempotentRequest request) =>
        SealedAnswer.Open([.. Enumerable.Range(0, parts).SelectMany(at => row.GetBinary($"Part{at}") ?? [])], Secret, request) is { } answer
            ? new KeyState.Answered(answer)
            : new KeyState.NotKnown();

    private Task<Response> WriteAsync(IdempotentRequest request, KeyState.Free taken, TableEntity row, CancellationToken cancellation)
    {
        row.PartitionKey = request.Caller;
        row.RowKey = request.RowKey(Secret);
        row[Fingerprint] = request.Fingerprint(Secret);
        row[Begun] = clock.GetUtcNow();
        return table.UpdateEntityAsync(row, taken.Tag, TableUpdateMode.Replace, cancellation);
    }
}

/// <summary>The state of a key in relation to a request.</summary>
internal abstract record KeyState
{
    private KeyState() { }

    /// <summary>The key now belongs to this request.</summary>
    public sealed record Free(ETag Tag) : KeyState;

    /// <summary>The same request is being processed.</summary>
    public sealed record Working : KeyState;

    public sealed record Answered(KeptAnswer Answer) : KeyState;

    /// <summary>The key was used with a different request.</summary>
    public sealed record Reused : KeyState;

    /// <summary>The same request was started, and its outcome is unknown.</summary>
    public sealed record NotKnown : KeyState;
}
