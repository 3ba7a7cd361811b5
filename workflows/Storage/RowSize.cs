using Azure.Data.Tables;

namespace ACip.Workflows.Storage;

/// <summary>Checks the size of rows and transactions before they are sent, because storage refuses larger ones however often they are
/// tried.</summary>
/// <remarks>A row holds 1 MiB, where a character takes two bytes; a request 4 MiB, where a quotation mark and whatever is not ASCII is
/// written as <c>\u0022</c>.</remarks>
internal static class RowSize
{
    private const int MostCharacters = 500_000,
        MostBytes = 3_900_000,
        BytesBesidesTheText = 700;

    /// <summary>Rows in an entity-group transaction. The head of the audit chain is one, and each audit event another.</summary>
    private const int MostRows = 100;

    /// <exception cref="FactTooLargeException">It does not fit into a row.</exception>
    public static void Check(string key, string json)
    {
        if (json.Length > MostCharacters)
        {
            throw new FactTooLargeException(key, json.Length);
        }
    }

    /// <exception cref="FactTooLargeException">Together they do not fit into a transaction.</exception>
    public static void Check(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count > MostRows)
        {
            throw new FactTooLargeException("rows", actions.Count);
        }

        long bytes = 0,
            largest = 0;
        string key = "";
        foreach (TableTransactionAction action in actions)
        {
            long own =
                BytesBesidesTheText
                + ((IEnumerable<KeyValuePair<string, object>>)action.Entity).Sum(one => one.Value is string text ? Bytes(text) : 0);
            bytes += own;
            (largest, key) = own > largest ? (own, action.Entity.RowKey) : (largest, key);
        }

        if (bytes > MostBytes)
        {
            throw new FactTooLargeException(key, largest);
        }
    }

    private static long Bytes(string text)
    {
        long bytes = text.Length;
        foreach (char one in text)
        {
            bytes += one is '"' or '\\' or '&' or '\'' or '+' or '<' or '>' or '`' or < ' ' or > '~' ? 5 : 0;
        }

        return bytes;
    }
}

/// <summary>More than can be stored as one fact. The sender must be told, because trying again changes nothing.</summary>
public sealed class FactTooLargeException(string row, long size) : Exception($"{row.Split('|')[0]} of {size} does not fit into storage.");
