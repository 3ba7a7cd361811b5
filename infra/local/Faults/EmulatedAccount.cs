using System.Net;

namespace ACip.Local.Faults;

/// <summary>A storage account with addresses of its own, as emulators have it.</summary>
internal sealed class EmulatedAccount
{
    private const string Development = "UseDevelopmentStorage";

    // public knowledge: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    private const string Azurite =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + "BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;";

    private readonly Dictionary<string, string> parts;

    private EmulatedAccount(Dictionary<string, string> parts) => this.parts = parts;

    public static IReadOnlyList<string> Services { get; } = ["Blob", "Queue", "Table"];

    /// <returns>Null where an address is missing or is not one of plain HTTP: an account on Azure.</returns>
    public static EmulatedAccount? Read(string connectionString)
    {
        Dictionary<string, string> parts = Parts(connectionString);
        if (parts.TryGetValue(Development, out string? development) && bool.TryParse(development, out bool here) && here)
        {
            parts = Parts(Azurite);
        }

        return Services.All(service =>
            parts.TryGetValue(service + "Endpoint", out string? address)
            && Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
            && uri.Scheme == Uri.UriSchemeHttp
        )
            ? new EmulatedAccount(parts)
            : null;
    }

    public async Task<EndPoint> FindAsync(string service, CancellationToken cancellation)
    {
        var address = new Uri(parts[service + "Endpoint"]);
        return new IPEndPoint((await Dns.GetHostAddressesAsync(address.DnsSafeHost, cancellation))[0], address.Port);
    }

    /// <summary>The connection string to the same account by other addresses.</summary>
    /// <param name="ports">On this machine, by service.</param>
    public string Through(IReadOnlyDictionary<string, int> ports)
    {
        var through = new Dictionary<string, string>(parts);
        foreach ((string service, int port) in ports)
        {
            through[service + "Endpoint"] = $"http://127.0.0.1:{port}{new Uri(parts[service + "Endpoint"]).AbsolutePath}";
        }

        return string.Concat(through.Select(part => $"{part.Key}={part.Value};"));
    }

    private static Dictionary<string, string> Parts(string connectionString) =>
        connectionString
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
}
