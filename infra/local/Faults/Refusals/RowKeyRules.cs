using System.Buffers;

namespace ACip.Local.Faults.Refusals;

/// <summary>What may stand in PartitionKey and RowKey.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model, "Characters disallowed in key
/// fields".</remarks>
internal static class RowKeyRules
{
    /// <summary>1 KiB of UTF-16.</summary>
    private const int MaxLength = 512;

    private static readonly SearchValues<char> Disallowed = SearchValues.Create([
        .. "/\\#?",
        .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code),
    ]);

    public static Refusal? OfAddress(in TableAddress address)
    {
        if (address.PartitionKey is not { } partition || address.RowKey is not { } row)
        {
            return null;
        }

        // a slash ends a segment of the path, escaped or not: the service does not get as far as the key
        return partition.Contains('/', StringComparison.Ordinal) || row.Contains('/', StringComparison.Ordinal)
            ? Refusal.QuerySyntax
            : Of("PartitionKey", partition) ?? Of("RowKey", row);
    }

    public static Refusal? Of(string property, string key) =>
        key.Length > MaxLength ? Refusal.KeyValueTooLarge
        : key.AsSpan().ContainsAny(Disallowed) ? Refusal.OutOfRange(property, key)
        : null;
}
