using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Storage;

/// <summary>Row kinds of the audit trail: the head, and one row per event.</summary>
[OutsideChain(Head, "It is the end of the chain itself; archived heads hold it.")]
[OutsideChain(Prefix, "They are the chain itself: each carries the hash of the one before.")]
public static class AuditRows
{
    public const string Head = "audit-head";
    public const string Prefix = "audit|";

    public static string Key(int sequence) => Prefix + sequence.ToString("D8", CultureInfo.InvariantCulture);

    public static async Task<IReadOnlyList<AuditEvent>> ReadAsync(ProgrammeTable table, StreamId stream, CancellationToken cancellation) =>
        [.. (await table.ListAsync<AuditEvent>(stream, Prefix, cancellation)).Select(row => row.Value)];
}
