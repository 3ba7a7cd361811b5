using ACip.Workflows.Configuration;

namespace ACip.Workflows.Storage;

/// <summary>Where facts and documents are stored: an account of the programme's own, accessed by the app's identity. Bound from the
/// configuration section "ProgrammeStorage".</summary>
public sealed class ProgrammeStorageOptions
{
    public const string Section = "ProgrammeStorage";

    public string TableServiceUri { get; set; } = "";

    public string BlobServiceUri { get; set; } = "";

    /// <summary>Client id of the identity; null if there is only one.</summary>
    public string? ClientId { get; set; }

    /// <summary>The host's own account, used on a developer's machine if no other is named.</summary>
    public string? HostConnectionString { get; internal set; }

    /// <summary>The host's own account, which holds nothing of the programme; null if it is accessed by connection string.</summary>
    public string? HostBlobServiceUri { get; internal set; }
}

internal sealed class ProgrammeStorageRules : SettingRules<ProgrammeStorageOptions>
{
    protected override IEnumerable<string> Wrong(ProgrammeStorageOptions storage)
    {
        foreach (
            (string setting, string address) in new[]
            {
                ("ProgrammeStorage__tableServiceUri", storage.TableServiceUri),
                ("ProgrammeStorage__blobServiceUri", storage.BlobServiceUri),
            }
        )
        {
            if (address.Length == 0 ? string.IsNullOrEmpty(storage.HostConnectionString) : !SettingValue.IsWebAddress(address))
            {
                yield return $"{setting} is no web address. Set it to that of the programme's storage account; or, on a developer's machine, set AzureWebJobsStorage to a connection string.";
            }
        }
    }
}
