namespace FunctionsSimulator.Hosting;

/// <summary>Where the parts of this platform are.</summary>
/// <param name="Port">TCP port on 127.0.0.1.</param>
/// <param name="Storage">Connection string; null without storage.</param>
internal sealed record PlatformAddresses(int Port, string? Storage)
{
    /// <summary>For machines.</summary>
    public string Loopback => $"http://127.0.0.1:{Port}";

    /// <summary>For people, and for links in mail: one name throughout, or a browser would keep two sign-ins.</summary>
    public string Public => $"http://localhost:{Port}";
}
