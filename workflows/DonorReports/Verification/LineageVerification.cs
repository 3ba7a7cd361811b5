using System.Text.Json;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Verification;

namespace ACip.Workflows.DonorReports.Verification;

/// <summary>What storage holds today, for comparison. Each result is null if there is nothing.</summary>
public interface IStoredFacts
{
    Task<Observation?> FindObservationAsync(PlanId plan, string id, CancellationToken cancellation);

    /// <returns>SHA-256 of the evidence's bytes as they are now, lower-case hex; not the name that it is kept under.</returns>
    Task<string?> HashEvidenceAsync(string sha256, CancellationToken cancellation);

    Task<bool> HasAuditEventAsync(PlanId plan, string auditEvent, CancellationToken cancellation);

    /// <returns>Hash of that event of the stream, reckoned anew from its content and the event before.</returns>
    Task<string?> HashAuditEventAsync(string stream, long sequence, CancellationToken cancellation);
}

/// <summary>Traces the snapshot back to stored data: observation, evidence, audit event, audit head.</summary>
public static class LineageVerification
{
    /// <returns>What is gone or changed since; empty for a sound report.</returns>
    public static async Task<IReadOnlyList<Finding>> VerifyAsync(
        DonorSnapshot snapshot,
        IStoredFacts stored,
        CancellationToken cancellation
    )
    {
        List<Finding> findings = [];
        foreach (AuditHead head in snapshot.Head.AuditHeads)
        {
            string where = $"{head.Stream}#{head.Sequence}";
            string? hash = await stored.HashAuditEventAsync(head.Stream, head.Sequence, cancellation);
            if (hash is null)
            {
                findings.Add(
                    new Finding(
                        FindingKind.AuditTruncated,
                        where,
                        "The stream had this event when the report was made; now it ends before."
                    )
                );
            }
            else if (hash != head.Hash)
            {
                findings.Add(new Finding(FindingKind.AuditChanged, where, $"SHA-256 is {hash}, the report says {head.Hash}."));
            }
        }

        var checkedEvidence = new HashSet<string>(StringComparer.Ordinal);
        foreach (PlanExtract plan in snapshot.Plans)
        {
            foreach (
                AcceptedObservation accepted in plan
                    .Observations.Concat(plan.Statuses ?? [])
                    .Concat(plan.Restatements.SelectMany(one => new[] { one.Old, one.New }))
            )
            {
                await CheckAsync(plan, accepted, stored, checkedEvidence, findings, cancellation);
            }
        }

        return [.. findings.Distinct()];
    }

    private static async Task CheckAsync(
        PlanExtract plan,
        AcceptedObservation accepted,
        IStoredFacts stored,
        HashSet<string> checkedEvidence,
        List<Finding> findings,
        CancellationToken cancellation
    )
    {
        Observation observation = accepted.Observation;
        string where = $"{plan.Plan}/{observation.Id}";
        Observation? now = await stored.FindObservationAsync(plan.Plan, observation.Id, cancellation);
        if (now is null)
        {
            findings.Add(new Finding(FindingKind.ObservationMissing, where, "In the snapshot, but no longer stored."));
        }
        else if (Text(now) != Text(observation))
        {
            findings.Add(new Finding(FindingKind.ObservationChanged, where, "Stored otherwise than in the snapshot."));
        }

        if (!await stored.HasAuditEventAsync(plan.Plan, accepted.AuditEvent, cancellation))
        {
            findings.Add(
                new Finding(
                    FindingKind.AuditEventMissing,
                    $"{where} → {accepted.AuditEvent}",
                    "The event that records the acceptance is not in the audit trail."
                )
            );
        }

        foreach (string evidence in observation.EvidenceSha256.Where(checkedEvidence.Add))
        {
            string? hash = await stored.HashEvidenceAsync(evidence, cancellation);
            if (hash is null)
            {
                findings.Add(new Finding(FindingKind.EvidenceMissing, evidence, $"Evidence of {where} is not stored."));
            }
            else if (!string.Equals(hash, evidence, StringComparison.OrdinalIgnoreCase))
            {
                findings.Add(new Finding(FindingKind.EvidenceChanged, evidence, $"Evidence of {where} has SHA-256 {hash} now."));
            }
        }
    }

    /// <summary>Equal in canonical form is equal: 1.50 is 1.5, and an instant is the same in every zone.</summary>
    private static string Text(Observation observation) => JsonSerializer.Serialize(observation, SnapshotJson.Options);
}
