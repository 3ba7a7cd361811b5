namespace ACip.Workflows.Storage;

/// <summary>What can be a row's key. Ids come from URLs and mails; anything that cannot be a key is treated as not found instead of
/// causing a storage error.</summary>
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
