namespace ACip.Workflows.Configuration;

/// <summary>What a setting's text can be.</summary>
internal static class SettingValue
{
    /// <summary>A key vault reference that App Service could not resolve arrives as its own text: long, and known to everybody.</summary>
    public static bool IsSecret(string? configured) =>
        !string.IsNullOrWhiteSpace(configured) && !configured.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase);

    public static bool IsWebAddress(string? configured) =>
        Uri.TryCreate(configured, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    public static bool IsDomain(string? configured) => Uri.CheckHostName(configured) == UriHostNameType.Dns;
}
