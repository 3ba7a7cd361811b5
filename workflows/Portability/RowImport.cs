using ACip.Workflows.Storage;
using Azure;
using Azure.Data.Tables;

namespace ACip.Workflows.Portability;

/// <summary>Writes rows as they were exported. One that stands already as it should is left; one that stands otherwise is named, and
/// nothing is written over.</summary>
public sealed class RowImport(TableServiceClient tables, ProgrammeTable programme)
{
    private const int MostRows = 100,
        MostCharacters = 600_000;

    /// <summary>In bytes: what follows in the body is read line by line.</summary>
    private static readonly byte LineEnd = (byte)'\n';

    /// <exception cref="FormatException">A line is no row; the message says which and why.</exception>
    public async Task<RowsTaken> TakeAsync(string table, ReadOnlyMemory<byte> lines, CancellationToken cancellation)
    {
        List<TableEntity> rows = Read(lines);
        var conflicts = new List<string>();
        TableClient client = tables.GetTableClient(table);
        foreach (IReadOnlyList<TableEntity> some in Together(rows))
        {
            TimeSpan begun = await programme.Writers.BeforeCommitAsync(cancellation);
            try
            {
                conflicts.AddRange(await AddAsync(client, some, cancellation));
            }
            finally
            {
                await programme.Writers.LandedAsync(begun);
            }
        }

        return new RowsTaken(rows.Count, [.. conflicts.Select(key => $"{table}: {key}")]);
    }

    private static List<TableEntity> Read(ReadOnlyMemory<byte> lines)
    {
        var rows = new List<TableEntity>();
        for (int number = 1; !lines.IsEmpty; number++)
        {
            int end = lines.Span.IndexOf(LineEnd);
            ReadOnlyMemory<byte> line = end < 0 ? lines : lines[..end];
            lines = end < 0 ? default : lines[(end + 1)..];
            try
            {
                rows.Add(PortableRow.Read(line));
            }
            catch (FormatException wrong)
            {
                throw new FormatException(FormattableString.Invariant($"Line {number}: {wrong.Message}"), wrong);
            }
        }

        return rows;
    }

    /// <summary>In the order given, as many as a transaction holds: of one partition, of not too many rows and bytes.</summary>
    private static IEnumerable<IReadOnlyList<TableEntity>> Together(List<TableEntity> rows)
    {
        var some = new List<TableEntity>();
        int characters = 0;
        foreach (TableEntity row in rows)
        {
            int size = row.Sum(one => (one.Value as string)?.Length ?? 0);
            if (
                some.Count > 0
                && (some.Count == MostRows || characters + size > MostCharacters || some[0].PartitionKey != row.PartitionKey)
            )
            {
                yield return some;
                (some, characters) = ([], 0);
            }

            some.Add(row);
            characters += size;
        }

        if (some.Count > 0)
        {
            yield return some;
        }
    }

    /// <returns>Keys of rows that stand otherwise.</returns>
    private static async Task<IReadOnlyList<string>> AddAsync(
        TableClient table,
        IReadOnlyList<TableEntity> rows,
        CancellationToken cancellation
    )
    {
        try
        {
            await SubmitAsync(table, rows, cancellation);
            return [];
        }
        catch (RequestFailedException stands) when (stands.Status == 409)
        {
            Dictionary<string, TableEntity> known = await ThereAsync(table, rows, cancellation);
            await SubmitAsync(table, [.. rows.Where(row => !known.ContainsKey(row.RowKey))], cancellation);
            // a row outside the chain may have gone on since it was brought in
            return
            [
                .. rows.Where(row => known.TryGetValue(row.RowKey, out TableEntity? other) && !PortableRow.Same(row, other))
                    .Where(row => row.RowKey == AuditRows.Head || !OutsideChainAttribute.Holds(row.RowKey))
                    .Select(row => $"{row.PartitionKey}/{row.RowKey}"),
            ];
        }
    }

    private static async Task SubmitAsync(TableClient table, IReadOnlyList<TableEntity> rows, CancellationToken cancellation)
    {
        if (rows.Count > 0)
        {
            await table.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
                cancellation
            );
        }
    }

    private static async Task<Dictionary<string, TableEntity>> ThereAsync(
        TableClient table,
        IReadOnlyList<TableEntity> rows,
        CancellationToken cancellation
    )
    {
        string first = rows.Select(row => row.RowKey).Min(StringComparer.Ordinal)!,
            last = rows.Select(row => row.RowKey).Max(StringComparer.Ordinal)!;
        var there = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (
            TableEntity row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {rows[0].PartitionKey} and RowKey ge {first} and RowKey le {last}"),
                cancellationToken: cancellation
            )
        )
        {
            there[row.RowKey] = row;
        }

        return there;
    }
}

/// <param name="Rows">How many came.</param>
/// <param name="Conflicts">Rows that stand here otherwise; they were left as they are.</param>
public sealed record RowsTaken(int Rows, IReadOnlyList<string> Conflicts);
