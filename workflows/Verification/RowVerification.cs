using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Workflows.Verification;

/// <summary>Compares the rows of a stream with its events, and the events with the rows: what was changed, is unexplained or is missing.
/// Pure.</summary>
internal static class RowVerification
{
    /// <summary>Reason of the last event that added rows of a stream to the chain.</summary>
    public const string Ended = "all";

    public static IReadOnlyList<Finding> Compare(StreamRows content)
    {
        Dictionary<string, (string? Hash, int Sequence)> last = LastWords(content.Events);
        bool begunBefore = IsFromBefore(content.Events);
        var findings = new List<Finding>();
        foreach (TableEntity row in content.Covered)
        {
            string where = $"{content.Stream}/{row.RowKey}";
            if (!last.Remove(row.RowKey, out (string? Hash, int Sequence) written))
            {
                findings.AddRange(
                    begunBefore
                        ? []
                        : [new Finding(FindingKind.RowUnexplained, where, "It stands there, and no event says that anybody wrote it.")]
                );
            }
            else if (written.Hash is null)
            {
                findings.Add(new Finding(FindingKind.RowUnexplained, where, Said(written.Sequence, "deleted it, and it stands there")));
            }
            else if (RowHash.Of(row) != written.Hash)
            {
                findings.Add(
                    new Finding(FindingKind.RowChanged, where, Said(written.Sequence, "was the last to write it, and it stands otherwise"))
                );
            }
        }

        findings.AddRange(
            from one in last
            where one.Value.Hash is not null
            orderby one.Key
            select new Finding(FindingKind.RowMissing, $"{content.Stream}/{one.Key}", Said(one.Value.Sequence, "wrote it, and it is gone"))
        );
        return findings;
    }

    /// <summary>Rows written before events recorded what they write.</summary>
    public static IReadOnlyList<TableEntity> Unproven(StreamRows content) =>
        IsFromBefore(content.Events) && LastWords(content.Events) is var last
            ? [.. content.Covered.Where(row => !last.ContainsKey(row.RowKey))]
            : [];

    private static bool IsFromBefore(IReadOnlyList<AuditEvent> events) =>
        events.Any(link => link.Version is null) && events.All(link => link.Kind != AuditKind.RowsTakenUp || link.Reason != Ended);

    private static Dictionary<string, (string? Hash, int Sequence)> LastWords(IReadOnlyList<AuditEvent> events)
    {
        var last = new Dictionary<string, (string? Hash, int Sequence)>(StringComparer.Ordinal);
        foreach (AuditEvent link in events)
        {
            foreach (RowMark mark in link.Rows ?? [])
            {
                last[mark.Key] = (mark.Hash, link.Sequence);
            }
        }

        return last;
    }

    private static string Said(int sequence, string what) => string.Create(CultureInfo.InvariantCulture, $"Event {sequence} {what}.");
}
