using System.Text.Json;

namespace ACip.Local.Faults.Refusals;

/// <summary>How large a row may be, and what its properties may be called.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model, "Property limitations". A
/// merge is measured by what it brings.</remarks>
internal static class EntityRules
{
    /// <param name="json">What is no object of JSON is left to the service.</param>
    /// <param name="address">Its keys count where the row itself has none.</param>
    /// <returns>And the keys, as far as address or row name them.</returns>
    public static (Refusal? Refusal, string? PartitionKey, string? RowKey) Check(ReadOnlySpan<byte> json, in TableAddress address)
    {
        (string? partition, string? row) = (address.PartitionKey, address.RowKey);
        var properties = new EntityProperties(json);
        Refusal? refusal = null;
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            while (
                refusal is null
                && reader.TokenType is not JsonTokenType.StartArray
                && reader.Read()
                && reader.TokenType == JsonTokenType.PropertyName
            )
            {
                if (reader.ValueTextEquals("PartitionKey"u8))
                {
                    partition ??= Key(ref reader);
                }
                else if (reader.ValueTextEquals("RowKey"u8))
                {
                    row ??= Key(ref reader);
                }
                else
                {
                    refusal = properties.Read(ref reader);
                }
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (null, partition, row);
        }

        refusal =
            (partition is null ? null : RowKeyRules.Of("PartitionKey", partition))
            ?? (row is null ? null : RowKeyRules.Of("RowKey", row))
            ?? refusal
            ?? properties.Measure(4 + (((partition?.Length ?? 0) + (row?.Length ?? 0)) * 2));
        return (refusal, partition, row);
    }

    private static string? Key(ref Utf8JsonReader reader)
    {
        reader.Read();
        string? key = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        reader.Skip();
        return key;
    }
}
