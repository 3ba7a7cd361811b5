namespace Azure.Data.Tables.Protocol;

/// <summary>What a storage connection string says about tables. Keys in any case, as the genuine client takes them.</summary>
internal sealed record ConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="FormatException">Not a connection string.</exception>
    /// <exception cref="InvalidOperationException">One that names no account and key.</exception>
    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException("Settings must be of the form \"name=value\".");
            }

            if (!settings.TryAdd(pair[..equals].Trim(), pair[(equals + 1)..]))
            {
                throw new FormatException($"Duplicate setting '{pair[..equals].Trim()}' found.");
            }
        }

        return settings.TryGetValue("UseDevelopmentStorage", out string? emulator) ? Emulator(emulator, settings) : Account(settings);
    }

    private static ConnectionString Emulator(string value, Dictionary<string, string> settings)
    {
        if (!bool.TryParse(value, out bool use) || !use)
        {
            throw new FormatException("UseDevelopmentStorage must be true.");
        }

        var machine = new UriBuilder(settings.TryGetValue("DevelopmentStorageProxyUri", out string? proxy) ? new Uri(proxy) : new Uri("http://127.0.0.1")) { Port = 10002, Path = EmulatorAccount };
        return new ConnectionString(machine.Uri, new TableSharedKeyCredential(EmulatorAccount, EmulatorKey));
    }

    private static ConnectionString Account(Dictionary<string, string> settings)
    {
        if (!settings.TryGetValue("AccountName", out string? account) || !settings.TryGetValue("AccountKey", out string? key))
        {
            throw new InvalidOperationException("No valid combination of account information found: AccountName and AccountKey are needed.");
        }

        if (!settings.TryGetValue("TableEndpoint", out string? endpoint))
        {
            string scheme = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
            endpoint = $"{scheme}://{account}.table.{settings.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        }

        return new ConnectionString(new Uri(endpoint), new TableSharedKeyCredential(account, key));
    }
}
