using System.Globalization;
using System.Security.Cryptography;
using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using Azure;
using Azure.Storage.Blobs;
using AuditHead = ACip.Workflows.Audit.AuditHead;

namespace ACip.Workflows.DonorReports.Verification;

/// <summary>Storage as it is now: rows of the Programme table and blobs of evidence. Keeps one stream and one plan in memory at a time.</summary>
internal sealed class StoredFacts(ProgrammeTable table, BlobServiceClient blobs) : IStoredFacts
{
    /// <summary>Evidence stands here under its SHA-256.</summary>
    public const string EvidenceContainer = "evidence";

    private StoredTrail? trail;
    private PlanId? plan;
    private Dictionary<string, Observation> observations = [];

    public async Task<Observation?> FindObservationAsync(PlanId of, string id, CancellationToken cancellation)
    {
        if (plan != of)
        {
            IReadOnlyList<Row<AcceptedFigures>> rows = await table.ListAsync<AcceptedFigures>(StreamId.Of(of), ReportRows.ObservationPrefix, cancellation);
            observations = [];
            foreach (Observation observation in rows.SelectMany(row => row.Value.Observations))
            {
                observations[observation.Id] = observation;
            }

            plan = of;
        }

        return observations.GetValueOrDefault(id);
    }

    public async Task<string?> HashEvidenceAsync(string sha256, CancellationToken cancellation)
    {
        try
        {
            using Stream content = await blobs.GetBlobContainerClient(EvidenceContainer).GetBlobClient(sha256).OpenReadAsync(cancellationToken: cancellation);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        }
        catch (RequestFailedException failed) when (failed.Status == 404)
        {
            return null;
        }
    }

    public async Task<bool> HasAuditEventAsync(PlanId of, string auditEvent, CancellationToken cancellation)
    {
        StoredTrail found = await TrailAsync(StreamId.Of(of), cancellation);
        int mark = auditEvent.LastIndexOf('#');
        return mark > 0 && auditEvent[..mark] == found.Stream.Value
            && int.TryParse(auditEvent.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int sequence) && found.HashOf(sequence) is not null;
    }

    public async Task<string?> HashAuditEventAsync(string stream, long sequence, CancellationToken cancellation) =>
        (await TrailAsync(new StreamId(stream), cancellation)).HashOf(sequence);

    public async Task<StoredTrail> TrailAsync(StreamId stream, CancellationToken cancellation) => trail?.Stream == stream
        ? trail
        : trail = new StoredTrail(stream, await AuditRows.ReadAsync(table, stream, cancellation), (await table.FindAsync<AuditHead>(stream, AuditRows.Head, cancellation))?.Value);
}

/// <summary>One stream's audit events with their hashes reckoned anew, each from its content and the reckoned hash before it: a change shows in every later one.</summary>
internal sealed class StoredTrail
{
    private readonly Dictionary<long, string> hashes = [];

    /// <param name="head">What the stream's head row says.</param>
    public StoredTrail(StreamId stream, IReadOnlyList<AuditEvent> events, AuditHead? head)
    {
        Stream = stream;
        var findings = new List<Finding>();
        AuditHead before = AuditHead.Empty;
        string reckoned = AuditEvent.Genesis;
        foreach (AuditEvent link in events)
        {
            string where = string.Create(CultureInfo.InvariantCulture, $"{stream}#{link.Sequence}");
            if (link.Sequence != before.Sequence + 1)
            {
                findings.Add(new Finding(FindingKind.AuditEventMissing, string.Create(CultureInfo.InvariantCulture, $"{stream}#{before.Sequence + 1}"), $"Event {link.Sequence} follows event {before.Sequence}."));
            }
            else if (link.Previous != before.Hash)
            {
                findings.Add(new Finding(FindingKind.AuditChanged, where, $"Does not continue event {before.Sequence}."));
            }

            if (link.ComputeHash() != link.Hash)
            {
                findings.Add(new Finding(FindingKind.AuditChanged, where, "Was changed after it was written."));
            }

            reckoned = (link with { Previous = reckoned }).ComputeHash();
            hashes[link.Sequence] = reckoned;
            before = new AuditHead(link.Sequence, link.Hash);
        }

        if (head is not null && head != before)
        {
            findings.Add(new Finding(FindingKind.AuditTruncated, string.Create(CultureInfo.InvariantCulture, $"{stream}#{head.Sequence}"), $"The stream ends at event {before.Sequence}; its head row says {head.Sequence}."));
        }

        Findings = findings;
    }

    public StreamId Stream { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public string? HashOf(long sequence) => hashes.GetValueOrDefault(sequence);
}
