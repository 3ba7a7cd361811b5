namespace ACip.Local.Faults.Refusals;

/// <summary>What a call to the Table service is about.</summary>
/// <param name="Table">A table, <c>Tables</c> or <c>$batch</c>; empty for the account itself.</param>
/// <param name="PartitionKey">Null where the address names no row.</param>
internal readonly record struct TableAddress(string Table, string? PartitionKey, string? RowKey)
{
    private const string Partition = "(PartitionKey='",
        Row = ",RowKey='";

    /// <param name="target">Of a request: with the account's name first, or, in a transaction, with scheme and host before it.</param>
    public static TableAddress Read(ReadOnlySpan<char> target)
    {
        int scheme = target.IndexOf("://", StringComparison.Ordinal);
        ReadOnlySpan<char> path = scheme < 0 ? target : After(target[(scheme + 3)..], '/');
        int query = path.IndexOf('?');
        path = After((query < 0 ? path : path[..query]).TrimStart('/'), '/');
        int keys = path.IndexOf('(');
        if (keys < 0)
        {
            return new TableAddress(path.ToString(), null, null);
        }

        string table = path[..keys].ToString(),
            rest = Uri.UnescapeDataString(path[keys..]);
        if (!rest.StartsWith(Partition, StringComparison.Ordinal))
        {
            return new TableAddress(table, null, null);
        }

        int at = Partition.Length;
        string partition = Quoted(rest, ref at);
        if (string.CompareOrdinal(rest, at, Row, 0, Row.Length) != 0)
        {
            return new TableAddress(table, null, null);
        }

        at += Row.Length;
        return new TableAddress(table, partition, Quoted(rest, ref at));
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, char mark) =>
        text.IndexOf(mark) is >= 0 and var at ? text[(at + 1)..] : [];

    /// <summary>Up to the next quotation mark that does not stand twice.</summary>
    private static string Quoted(string text, ref int at)
    {
        int from = at;
        while (at < text.Length && (text[at] != '\'' || (at + 1 < text.Length && text[at + 1] == '\'')))
        {
            at += text[at] == '\'' ? 2 : 1;
        }

        string quoted = text[from..at].Replace("''", "'", StringComparison.Ordinal);
        at++;
        return quoted;
    }
}
