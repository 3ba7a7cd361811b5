namespace ACip.Local.Faults.Refusals;

/// <summary>What the Blob service refuses although Azurite and the clients let it through: names.</summary>
internal static class BlobRules
{
    /// <param name="target">As it was sent.</param>
    public static Refusal? Check(string target)
    {
        // account, container, blob
        string[] path = target.Split('?')[0].TrimStart('/').Split('/', 3);
        return path.Length < 2 || path[1].Length == 0
            ? null
            : Names.OfContainer(Uri.UnescapeDataString(path[1]))
                ?? (path.Length > 2 ? Names.OfBlob(Uri.UnescapeDataString(path[2])) : null);
    }
}
