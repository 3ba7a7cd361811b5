namespace ACip.Workflows.Storage;

/// <summary>What can be a key of a row. Ids come from addresses and mails, so whatever cannot be a key is looked for nowhere: it is not
/// there, rather than an error of storage.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model</remarks>
internal static class TableKeys
{
    /// <summary>1 KiB of UTF-16.</summary>
    private const int Longest = 512;

    public static bool IsUsable(string key)
    {
        if (key.Length is 0 or > Longest)
        {
            return false;
        }

        for (int at = 0; at < key.Length; at++)
        {
            char c = key[at];
            if (
                c is '/' or '\\' or '#' or '?'
                || char.IsControl(c)
                || (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && at + 1 < key.Length && char.IsLowSurrogate(key[++at])))
            )
            {
                return false;
            }
        }

        return true;
    }
}
