using System.Runtime.CompilerServices;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Workflows.Portability;

/// <summary>Exports the rows of a table in key order, in parts small enough for one answer.</summary>
/// <remarks>A partition with a chain is read as a whole and again until its chain did not change meanwhile, so that the exported stream is
/// a state that once existed. Other partitions are passed on as they come.</remarks>
internal sealed class TableExport(TableClient table, IReadOnlyList<string> leftOut)
{
    /// <summary>After this many rows an answer ends, at the end of the partition or row that it has reached.</summary>
    private const int RowsAtOnce = 2_000;

    private const int MostReadings = 20;

    private int sent;

    /// <summary>Where the part ended; null if there is no more. Known once all rows were read.</summary>
    public string? Next { get; private set; }

    /// <param name="after"><see cref="Next"/> of the part before: a partition that is done, or a partition and a row's key with a slash
    /// between, which no key contains.</param>
    public async IAsyncEnumerable<TableEntity> RowsAsync(string after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string[] from = after.Split('/', 2);
        if (from.Length == 2)
        {
            await foreach (TableEntity row in OpenRowsAsync(from[0], from[1], cancellation))
            {
                yield return row;
            }
        }

        string before = from[0];
        while (Next is null && await FollowingAsync(before, cancellation) is { } partition)
        {
            before = partition;
            await foreach (TableEntity row in PartitionAsync(partition, cancellation))
            {
                yield return row;
            }

            Next ??= sent >= RowsAtOnce ? partition : null;
        }
    }

    private async IAsyncEnumerable<TableEntity> PartitionAsync(string partition, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await HeadAsync(partition, cancellation) is not { } head)
        {
            await foreach (TableEntity row in OpenRowsAsync(partition, "", cancellation))
            {
                yield return row;
            }

            yield break;
        }

        foreach (TableEntity row in await WholeAsync(partition, head, cancellation))
        {
            sent++;
            yield return row;
        }
    }

    private async Task<IReadOnlyList<TableEntity>> WholeAsync(string partition, TableEntity head, CancellationToken cancellation)
    {
        for (int reading = 0; reading < MostReadings; reading++)
        {
            var rows = new List<TableEntity>();
            await foreach (TableEntity row in QueryAsync(partition, "", cancellation))
            {
                rows.Add(row);
            }

            TableEntity? now = await HeadAsync(partition, cancellation);
            if (now?.ETag == head.ETag)
            {
                return rows;
            }

            head = now ?? head;
        }

        throw new ContentionException();
    }

    private async IAsyncEnumerable<TableEntity> OpenRowsAsync(
        string partition,
        string after,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (TableEntity row in QueryAsync(partition, after, cancellation))
        {
            yield return row;
            if (++sent >= RowsAtOnce)
            {
                Next = $"{partition}/{row.RowKey}";
                yield break;
            }
        }
    }

    private async IAsyncEnumerable<TableEntity> QueryAsync(
        string partition,
        string after,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        string filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after}");
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (!leftOut.Any(key => key.EndsWith('|') ? row.RowKey.StartsWith(key, StringComparison.Ordinal) : row.RowKey == key))
            {
                yield return row;
            }
        }
    }

    private async Task<TableEntity?> HeadAsync(string partition, CancellationToken cancellation) =>
        await table.GetEntityIfExistsAsync<TableEntity>(partition, AuditRows.Head, cancellationToken: cancellation)
            is { HasValue: true } head
            ? head.Value
            : null;

    private async Task<string?> FollowingAsync(string partition, CancellationToken cancellation)
    {
        await foreach (
            TableEntity row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey gt {partition}"),
                maxPerPage: 1,
                select: ["PartitionKey"],
                cancellationToken: cancellation
            )
        )
        {
            return row.PartitionKey;
        }

        return null;
    }
}
