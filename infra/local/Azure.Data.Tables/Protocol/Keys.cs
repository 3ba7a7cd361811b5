namespace Azure.Data.Tables.Protocol;

/// <summary>Names a row in an address, and refuses keys that the service refuses.</summary>
/// <remarks>
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model, "Characters disallowed in key fields".
/// Azurite takes some of them, and even the service takes some in a body that it cannot find again in an address: refused here before sending, everywhere.
/// </remarks>
internal static class Keys
{
    private const int MaxLength = 512;

    public static string Row(string table, string partitionKey, string rowKey)
    {
        Check(partitionKey, nameof(partitionKey));
        Check(rowKey, nameof(rowKey));
        return $"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";
    }

    /// <exception cref="RequestFailedException">Status 400, OutOfRangeInput or KeyValueTooLarge.</exception>
    public static void Check(string key, string parameter)
    {
        ArgumentNullException.ThrowIfNull(key, parameter);
        if (key.Length > MaxLength)
        {
            throw new RequestFailedException(400, $"The {parameter} is longer than 1 KiB.", "KeyValueTooLarge", null);
        }

        foreach (char character in key)
        {
            if (character is '/' or '\\' or '#' or '?' || char.IsControl(character))
            {
                throw new RequestFailedException(400, $"The {parameter} '{key}' holds U+{(int)character:X4}, which the Table service does not take in keys.", "OutOfRangeInput", null);
            }
        }
    }

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
