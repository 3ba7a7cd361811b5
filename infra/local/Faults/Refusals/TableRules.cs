using System.Text.Json;

namespace ACip.Local.Faults.Refusals;

/// <summary>What the Table service refuses although Azurite and the clients let it through.</summary>
internal static class TableRules
{
    /// <summary>Of a transaction, and of any other call.</summary>
    public const int MaxBodyBytes = 4 * 1024 * 1024;

    /// <param name="target">As it was sent.</param>
    public static Refusal? Check(string method, string target, ReadOnlyMemory<byte> body)
    {
        TableAddress address = TableAddress.Read(target);
        return address.Table switch
        {
            "" => null,
            "$batch" => TransactionRules.Check(body),
            "Tables" => method == "POST" && NewTable(body) is { } name ? Names.OfTable(name) : null,
            _ when Names.IsNeverInAUrl(address.PartitionKey + address.RowKey) => Refusal.InvalidUrl,
            _ when QueryRules.Check(target) is { } query => query,
            _ => Operation(method, address, body).Refusal,
        };
    }

    /// <returns>And the row that it is about, as far as address or body name it.</returns>
    public static (Refusal? Refusal, TableAddress Address) Operation(string method, TableAddress address, ReadOnlyMemory<byte> body)
    {
        Refusal? name = address.Table.StartsWith('$') ? null : Names.OfTable(address.Table);
        if ((name ?? RowKeyRules.OfAddress(address)) is { } refusal)
        {
            return (refusal, address);
        }

        if (body.IsEmpty || method is "GET" or "DELETE")
        {
            return (null, address);
        }

        (Refusal? row, string? partitionKey, string? rowKey) = EntityRules.Check(body.Span, address);
        return (row, address with { PartitionKey = partitionKey, RowKey = rowKey });
    }

    private static string? NewTable(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument table = JsonDocument.Parse(body);
            return table.RootElement.GetProperty("TableName").GetString();
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
