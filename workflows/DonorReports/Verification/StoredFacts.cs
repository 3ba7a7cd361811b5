using System.Globalization;
using System.Security.Cryptography;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure;
using Azure.Storage.Blobs;
using AuditHead = ACip.Workflows.Audit.AuditHead;

namespace ACip.Workflows.DonorReports.Verification;

/// <summary>Storage as it is now: rows of the Programme table and blobs of evidence. Keeps one stream and one plan in memory at a
/// time.</summary>
internal sealed class StoredFacts(ProgrammeTable table, BlobServiceClient blobs) : IStoredFacts
{
    /// <summary>Evidence stands here under its SHA-256.</summary>
    public const string EvidenceContainer = "evidence";

    private readonly List<Finding> unreadable = [];
    private StoredChain? chain;
    private PlanId? plan;
    private Dictionary<string, Observation> observations = [];

    /// <summary>Unreadable rows met on the way: their text is not what this programme writes.</summary>
    public IReadOnlyList<Finding> Unreadable => unreadable;

    public async Task<Observation?> FindObservationAsync(PlanId of, string id, CancellationToken cancellation)
    {
        if (plan != of)
        {
            observations = [];
            foreach (
                (string key, Row<AcceptedFigures>? row) in await table.ListReadableAsync<AcceptedFigures>(
                    StreamId.Of(of),
                    ReportRows.ObservationPrefix,
                    cancellation
                )
            )
            {
                // JSON of another shape leaves members out
                if (row is not { Value.Observations: { } accepted } || accepted.Any(one => one?.Id is null))
                {
                    unreadable.Add(Finding.Unreadable(StreamId.Of(of), key));
                    continue;
                }

                foreach (Observation observation in accepted)
                {
                    observations[observation.Id] = observation;
                }
            }

            plan = of;
        }

        return observations.GetValueOrDefault(id);
    }

    public async Task<string?> HashEvidenceAsync(string sha256, CancellationToken cancellation)
    {
        try
        {
            using Stream content = await blobs
                .GetBlobContainerClient(EvidenceContainer)
                .GetBlobClient(sha256)
                .OpenReadAsync(cancellationToken: cancellation);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        }
        catch (RequestFailedException failed) when (failed.Status == 404)
        {
            return null;
        }
    }

    public async Task<bool> HasAuditEventAsync(PlanId of, string auditEvent, CancellationToken cancellation)
    {
        StoredChain found = await ChainAsync(StreamId.Of(of), cancellation);
        int mark = auditEvent.LastIndexOf('#');
        return mark > 0
            && auditEvent[..mark] == found.Stream.Value
            && int.TryParse(auditEvent.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int sequence)
            && found.HashOf(sequence) is not null;
    }

    public async Task<string?> HashAuditEventAsync(string stream, long sequence, CancellationToken cancellation) =>
        (await ChainAsync(new StreamId(stream), cancellation)).HashOf(sequence);

    public async Task<StoredChain> ChainAsync(StreamId stream, CancellationToken cancellation)
    {
        if (chain?.Stream != stream)
        {
            IReadOnlyList<(string Key, Row<AuditEvent>? Row)> links = await table.ListReadableAsync<AuditEvent>(
                stream,
                AuditRows.Prefix,
                cancellation
            );
            // a list of the one row, because a row that cannot be read must not stop the walk
            (string Key, Row<AuditHead>? Row)[] head =
            [
                .. (await table.ListReadableAsync<AuditHead>(stream, AuditRows.Head, cancellation)).Where(row => row.Key == AuditRows.Head),
            ];
            chain = new StoredChain(
                stream,
                [.. links.Select(link => (link.Key, link.Row?.Value))],
                head is [(_, { } found)] ? found.Value : null
            );
            if (head is [(_, null)])
            {
                unreadable.Add(Finding.Unreadable(stream, AuditRows.Head));
            }
            else if (head is [] && links.Count > 0)
            {
                unreadable.Add(
                    new Finding(FindingKind.AuditChanged, $"{stream}/{AuditRows.Head}", "The row that names the end of the chain is gone.")
                );
            }
        }

        return chain;
    }
}
