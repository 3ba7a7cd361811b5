using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Verification;

/// <summary>Records that a blob was removed because a person was erased, so that verification does not miss it. It is in the inbox's
/// stream and covered by the chain like any row.</summary>
public sealed record ErasedBlob(PersonId Person, DateTimeOffset At)
{
    public const string Prefix = "erased|";

    public static string RowKey(string container, string blob) => $"{Prefix}{container}~{blob}";
}
