using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Programme;

/// <summary>Marks that a denied request is in the audit trail already: one event per person, route and day. Kept for a week.</summary>
[OutsideChain(Prefix, "Spares a second event; the refusal itself is one.")]
public sealed record DeniedAccess(DateTimeOffset At)
{
    public const string Prefix = "denied|";

    public static string RowKey(DateOnly day, PersonId person, string route) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{day:yyyyMMdd}|{person}|{route}");
}
