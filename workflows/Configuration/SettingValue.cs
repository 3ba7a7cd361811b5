namespace ACip.Workflows.Configuration;

/// <summary>Checks on the text of a setting.</summary>
internal static class SettingValue
{
    /// <summary>False for a key vault reference that App Service could not resolve: it arrives as its own text, which is long and known to
    /// everybody.</summary>
    public static bool IsSecret(string? configured) =>
        !string.IsNullOrWhiteSpace(configured) && !configured.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase);

    public static bool IsWebAddress(string? configured) =>
        Uri.TryCreate(configured, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    public static bool IsDomain(string? configured) => Uri.CheckHostName(configured) == UriHostNameType.Dns;
}
