namespace ACip.Local.Faults;

/// <summary>One request to storage, as it arrived at the proxy.</summary>
/// <param name="Number">1 for the first since the proxy was started, retries counted like any other.</param>
/// <param name="Service">Blob, Queue or Table.</param>
/// <param name="Resource">What it is about, without keys: a table or container, or <c>$batch</c>.</param>
public sealed record StorageCall(int Number, string Service, string Method, string Resource)
{
    /// <summary>Calls of one kind have one name.</summary>
    public string Operation => $"{Service} {Method} {Resource}";

    /// <param name="path">Begins with the account's name, as with every address of an emulator.</param>
    internal static StorageCall Of(int number, string service, string method, string path)
    {
        string[] segments = path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        string resource = segments.Length > 1 ? segments[1].Split('(')[0] : "account";
        return new StorageCall(number, service, method, resource);
    }
}

public enum CallMoment
{
    /// <summary>Storage has not heard of the call yet.</summary>
    Before,

    /// <summary>Storage has done it; the caller has not heard of that yet.</summary>
    After,
}
