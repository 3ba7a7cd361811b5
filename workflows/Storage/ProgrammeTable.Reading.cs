using System.Runtime.CompilerServices;
using ACip.Workflows.Identifiers;
using Azure;
using Azure.Data.Tables;

namespace ACip.Workflows.Storage;

/// <summary>Reads single rows, ranges of keys and whole streams.</summary>
public sealed partial class ProgrammeTable
{
    /// <returns>Null where there is none, or can be none under such a key.</returns>
    public async Task<Row<T>?> FindAsync<T>(StreamId stream, string key, CancellationToken cancellation)
    {
        if (!TableKeys.IsUsable(stream.Value) || !TableKeys.IsUsable(key))
        {
            return null;
        }

        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
            stream.Value,
            key,
            cancellationToken: cancellation
        );
        return found.HasValue ? RowShape.Read<T>(found.Value!) : null;
    }

    /// <summary>Reads selected rows of one stream in one call. Their keys should be close together, because the service scans everything
    /// between the first and the last.</summary>
    /// <param name="keys">Whole keys.</param>
    /// <param name="prefixes">All rows whose keys begin so. With the keys at most six: the service takes fifteen comparisons.</param>
    public async Task<FoundRows> FindSomeAsync(
        StreamId stream,
        IReadOnlyList<string> keys,
        IReadOnlyList<string> prefixes,
        CancellationToken cancellation
    )
    {
        if (!TableKeys.IsUsable(stream.Value) || !keys.Concat(prefixes).All(TableKeys.IsUsable))
        {
            return new FoundRows([]);
        }

        IEnumerable<string> wanted =
        [
            .. keys.Select(key => TableClient.CreateQueryFilter($"RowKey eq {key}")),
            .. prefixes.Select(prefix => $"({TableClient.CreateQueryFilter($"RowKey ge {prefix} and RowKey lt {After(prefix)}")})"),
        ];
        string first = keys.Concat(prefixes).Min(StringComparer.Ordinal)!,
            last = keys.Concat(prefixes.Select(After)).Max(StringComparer.Ordinal)!;
        var found = new List<TableEntity>();
        await foreach (
            TableEntity entity in table.QueryAsync<TableEntity>(
                $"{TableClient.CreateQueryFilter($"PartitionKey eq {stream.Value} and RowKey ge {first} and RowKey le {last}")} and ({string.Join(" or ", wanted)})",
                cancellationToken: cancellation
            )
        )
        {
            found.Add(entity);
        }

        return new FoundRows(found);
    }

    /// <summary>Rows of a stream whose keys start with a prefix, in key order.</summary>
    public async Task<IReadOnlyList<Row<T>>> ListAsync<T>(StreamId stream, string prefix, CancellationToken cancellation)
    {
        var rows = new List<Row<T>>();
        await foreach (TableEntity entity in EntitiesAsync(stream, prefix, cancellation))
        {
            rows.Add(RowShape.Read<T>(entity));
        }

        return rows;
    }

    /// <summary>The same for all streams whose names start with a prefix, in one query. Cheap if such streams hold little else.</summary>
    /// <param name="streams">Ends with a mark that parts it from other kinds of stream, such as "pmm-".</param>
    public async Task<IReadOnlyList<Row<T>>> ListOfAllAsync<T>(string streams, string prefix, CancellationToken cancellation)
    {
        var rows = new List<Row<T>>();
        string filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {streams} and PartitionKey lt {After(streams)} and RowKey ge {prefix} and RowKey lt {After(prefix)}"
        );
        await foreach (TableEntity entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            rows.Add(RowShape.Read<T>(entity));
        }

        return rows;
    }

    /// <summary>As <see cref="FindAsync"/>, for callers that must continue if a row cannot be read.</summary>
    public async Task<(bool Stands, Row<T>? Row)> FindReadableAsync<T>(StreamId stream, string key, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
            stream.Value,
            key,
            cancellationToken: cancellation
        );
        return (found.HasValue, found.HasValue ? RowShape.TryRead<T>(found.Value!) : null);
    }

    /// <summary>As <see cref="ListAsync"/>, for callers that must continue if a row cannot be read.</summary>
    /// <returns>Each row's key, and the row; null where its text is not such a fact.</returns>
    public async Task<IReadOnlyList<(string Key, Row<T>? Row)>> ListReadableAsync<T>(
        StreamId stream,
        string prefix,
        CancellationToken cancellation
    )
    {
        var rows = new List<(string, Row<T>?)>();
        await foreach (TableEntity entity in EntitiesAsync(stream, prefix, cancellation))
        {
            rows.Add((entity.RowKey, RowShape.TryRead<T>(entity)));
        }

        return rows;
    }

    /// <summary>All rows of a stream, of every kind, in key order.</summary>
    internal async Task<IReadOnlyList<TableEntity>> EverythingAsync(StreamId stream, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        await foreach (
            TableEntity row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {stream.Value}"),
                cancellationToken: cancellation
            )
        )
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>All streams with all their rows, one after the other. Relies on the service answering in key order.</summary>
    internal async IAsyncEnumerable<(StreamId Stream, IReadOnlyList<TableEntity> Rows)> StreamsAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var rows = new List<TableEntity>();
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
            {
                yield return (new StreamId(rows[0].PartitionKey), rows);
                rows = [];
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            yield return (new StreamId(rows[0].PartitionKey), rows);
        }
    }

    /// <summary>The first key after all keys with the prefix: in ASCII '}' follows '|', and '.' follows '-'.</summary>
    private static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    private AsyncPageable<TableEntity> EntitiesAsync(StreamId stream, string prefix, CancellationToken cancellation)
    {
        if (!TableKeys.IsUsable(stream.Value) || !TableKeys.IsUsable(prefix))
        {
            return AsyncPageable<TableEntity>.FromPages([]);
        }

        string end = After(prefix);
        return table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {stream.Value} and RowKey ge {prefix} and RowKey lt {end}"),
            cancellationToken: cancellation
        );
    }
}
