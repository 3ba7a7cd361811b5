using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Verification;

/// <summary>That a blob was removed because a person was erased: verification does not miss it. Stands in the inbox's stream, and is held to the chain as any row.</summary>
public sealed record ErasedBlob(PersonId Person, DateTimeOffset At)
{
    public const string Prefix = "erased|";

    public static string RowKey(string container, string blob) => $"{Prefix}{container}~{blob}";
}
