using System.Text;

namespace ACip.Local.Faults.Refusals;

/// <summary>What an entity-group transaction may hold: at most a hundred changes of different rows of one partition.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions. That it is not too long is looked at
/// before it is read.</remarks>
internal static class TransactionRules
{
    private const int MaxOperations = 100;

    private static ReadOnlySpan<byte> Line => "\r\n"u8;

    private static ReadOnlySpan<byte> EmptyLine => "\r\n\r\n"u8;

    /// <returns>With the operation that fails; what cannot be read is left to the service.</returns>
    public static Refusal? Check(ReadOnlyMemory<byte> body)
    {
        List<ReadOnlyMemory<byte>> operations = Operations(body);
        if (operations.Count > MaxOperations)
        {
            return Refusal.TooManyOperations with { Operation = MaxOperations - 1 };
        }

        TableAddress first = default;
        var rows = new HashSet<string>(StringComparer.Ordinal);
        for (int number = 0; number < operations.Count; number++)
        {
            (Refusal? refusal, TableAddress address) = Operation(operations[number]);
            if (address.PartitionKey is not null && address.RowKey is not null)
            {
                first = first.Table is null ? address : first;
                refusal ??=
                    (address.Table, address.PartitionKey) != (first.Table, first.PartitionKey) ? Refusal.DifferentPartitions
                    : rows.Add(address.RowKey) ? null
                    : Refusal.DuplicateRow;
            }

            if (refusal is not null)
            {
                return refusal with { Operation = number };
            }
        }

        return null;
    }

    /// <summary>The HTTP requests in the change set, each from its request line on.</summary>
    private static List<ReadOnlyMemory<byte>> Operations(ReadOnlyMemory<byte> body)
    {
        // "--batch…", the head of its one part with the change set's boundary, an empty line
        var operations = new List<ReadOnlyMemory<byte>>();
        int mark = body.Span.IndexOf("boundary="u8),
            head = body.Span.IndexOf(EmptyLine);
        if (mark < 0 || head < mark)
        {
            return operations;
        }

        ReadOnlySpan<byte> name = body.Span[(mark + "boundary="u8.Length)..head];
        byte[] boundary = [.. "--"u8, .. (name.IndexOf(Line) is >= 0 and var end ? name[..end] : name).Trim((byte)'"')];
        int at = body.Span[head..].IndexOf(boundary);
        for (int from = head + at; at >= 0; )
        {
            from += boundary.Length;
            at = body.Span[from..].IndexOf(boundary);
            if (at < 0)
            {
                break;
            }

            ReadOnlyMemory<byte> part = body.Slice(from, at);
            from += at;
            if (part.Span.IndexOf(EmptyLine) is >= 0 and var start)
            {
                operations.Add(part[(start + EmptyLine.Length)..]);
            }
        }

        return operations;
    }

    /// <returns>And the row that it is about.</returns>
    private static (Refusal? Refusal, TableAddress Address) Operation(ReadOnlyMemory<byte> request)
    {
        ReadOnlySpan<byte> line = request.Span.IndexOf(Line) is >= 0 and var end ? request.Span[..end] : default;
        int target = line.IndexOf((byte)' ') + 1,
            version = line.LastIndexOf((byte)' ');
        if (target <= 0 || version <= target)
        {
            return (null, default);
        }

        TableAddress address = TableAddress.Read(Encoding.Latin1.GetString(line[target..version]));
        ReadOnlyMemory<byte> entity = request.Span.IndexOf(EmptyLine) is >= 0 and var head ? request[(head + EmptyLine.Length)..] : default;
        return TableRules.Operation(Encoding.Latin1.GetString(line[..(target - 1)]), address, entity);
    }
}
