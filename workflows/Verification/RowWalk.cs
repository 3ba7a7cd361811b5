using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Workflows.Verification;

/// <summary>Holds the rows of a stream against its events, and its events against the rows. Pure.</summary>
internal static class RowWalk
{
    public static IReadOnlyList<Finding> Compare(StreamRows content)
    {
        var last = new Dictionary<string, (string? Hash, int Sequence)>(StringComparer.Ordinal);
        foreach (AuditEvent link in content.Events)
        {
            foreach (RowMark mark in link.Rows ?? [])
            {
                last[mark.Key] = (mark.Hash, link.Sequence);
            }
        }

        bool begunBefore = content.Events.Any(link => link.Version is null) && content.Events.All(link => link.Kind != AuditKind.RowsTakenUp);
        var findings = new List<Finding>();
        foreach (TableEntity row in content.Covered)
        {
            string where = $"{content.Stream}/{row.RowKey}";
            if (!last.Remove(row.RowKey, out (string? Hash, int Sequence) written))
            {
                findings.AddRange(begunBefore ? [] : [new Finding(FindingKind.RowUnexplained, where, "It stands there, and no event says that anybody wrote it.")]);
            }
            else if (written.Hash is null)
            {
                findings.Add(new Finding(FindingKind.RowUnexplained, where, Said(written.Sequence, "deleted it, and it stands there")));
            }
            else if (RowHash.Of(row) != written.Hash)
            {
                findings.Add(new Finding(FindingKind.RowChanged, where, Said(written.Sequence, "was the last to write it, and it stands otherwise")));
            }
        }

        findings.AddRange(from one in last where one.Value.Hash is not null orderby one.Key select new Finding(FindingKind.RowMissing, $"{content.Stream}/{one.Key}", Said(one.Value.Sequence, "wrote it, and it is gone")));
        return findings;
    }

    private static string Said(int sequence, string what) => string.Create(CultureInfo.InvariantCulture, $"Event {sequence} {what}.");
}
