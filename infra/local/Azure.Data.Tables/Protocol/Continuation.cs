namespace Azure.Data.Tables.Protocol;

/// <summary>Where the next page of rows begins: the service says so in two headers, of which the second may be missing.</summary>
internal static class Continuation
{
    public static string? Of(Response response) =>
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out string? partition)
            ? response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out string? row) && row.Length > 0 ? $"{partition} {row}" : partition
            : null;

    public static string Query(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return "";
        }

        int space = token.IndexOf(' ', StringComparison.Ordinal);
        return space < 0
            ? $"&NextPartitionKey={Uri.EscapeDataString(token)}"
            : $"&NextPartitionKey={Uri.EscapeDataString(token[..space])}&NextRowKey={Uri.EscapeDataString(token[(space + 1)..])}";
    }
}
