namespace FunctionsSimulator.Hosting;

/// <summary>Connection strings of emulators: addresses of this machine, spelled out.</summary>
internal static class EmulatedStorage
{
    private static readonly (string Service, int Port)[] UsualPorts = [("Blob", 10000), ("Queue", 10001), ("Table", 10002)];

    public static bool Is(string connectionString) =>
        Array.TrueForAll(
            UsualPorts,
            one => connectionString.Contains(one.Service + "Endpoint=http://", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The shorthand for an emulator on its usual ports, written in full; anything else as it is.</summary>
    /// <returns>Null for nothing.</returns>
    public static string? WithEndpoints(string? connectionString) =>
        string.IsNullOrEmpty(connectionString) ? null
        : !connectionString.TrimEnd(';').Equals("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase) ? connectionString
        // public knowledge: every emulator's account and key, https://learn.microsoft.com/azure/storage/common/storage-use-azurite
        : "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
            + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + string.Concat(UsualPorts.Select(one => $"{one.Service}Endpoint=http://127.0.0.1:{one.Port}/devstoreaccount1;"));
}
