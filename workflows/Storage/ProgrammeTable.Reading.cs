using System.Runtime.CompilerServices;
using ACip.Workflows.Identifiers;
using Azure;
using Azure.Data.Tables;

namespace ACip.Workflows.Storage;

/// <summary>Reading: single rows, ranges of keys, whole streams.</summary>
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

    /// <summary>Rows of one stream in one call: of a range of keys, those wanted. The keys should lie close together, for the service looks
    /// through all between.</summary>
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

    /// <summary>The rows of a stream whose keys begin with a prefix, in the order of their keys.</summary>
    public async Task<IReadOnlyList<Row<T>>> ListAsync<T>(StreamId stream, string prefix, CancellationToken cancellation)
    {
        var rows = new List<Row<T>>();
        await foreach (TableEntity entity in EntitiesAsync(stream, prefix, cancellation))
        {
            rows.Add(RowShape.Read<T>(entity));
        }

        return rows;
    }

    /// <summary>The same of all streams whose names begin so, in one query: cheap where such streams hold little else.</summary>
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

    /// <summary>As <see cref="FindAsync"/>, for who must go on where a row cannot be read.</summary>
    public async Task<(bool Stands, Row<T>? Row)> FindReadableAsync<T>(StreamId stream, string key, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
            stream.Value,
            key,
            cancellationToken: cancellation
        );
        return (found.HasValue, found.HasValue ? RowShape.TryRead<T>(found.Value!) : null);
    }

    /// <summary>As <see cref="ListAsync"/>, for who must go on where a row cannot be read.</summary>
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

    /// <summary>All rows of a stream, of whatever kind, in the order of their keys.</summary>
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

    /// <summary>All streams with all their rows, one after the other: the service answers in the order of the keys.</summary>
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

    /// <summary>The first key that follows all with the prefix: '}' follows '|' in ASCII, and '.' follows '-'.</summary>
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
