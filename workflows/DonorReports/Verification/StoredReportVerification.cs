using System.Text.Json;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using ACip.Workflows.Verification;
using Azure.Storage.Blobs;

namespace ACip.Workflows.DonorReports.Verification;

/// <summary>Holds a kept report against everything: its files against its manifest, the manifest against the report's row and the audit
/// trail, the files against the snapshot made again, the snapshot against stored figures, evidence and audit chains.</summary>
public sealed class StoredReportVerification(ProgrammeTable table, DonorReportArchive archive, BlobServiceClient blobs)
{
    /// <param name="version">Null: the newest.</param>
    /// <returns>Null where there is no such report or version; otherwise what does not agree, empty for a sound report.</returns>
    public async Task<VerifiedReport?> VerifyAsync(AgreementId agreement, PeriodKey period, int? version, CancellationToken cancellation)
    {
        DonorReportRecord? report;
        try
        {
            report = (await DonorReportRows.FindAsync(table, agreement, period, cancellation))?.Value;
        }
        catch (JsonException)
        {
            return new VerifiedReport(0, "", "", null, [Finding.Unreadable(StreamId.Of(agreement), DonorReportRows.Key(period))]);
        }

        return (version is null ? report?.Latest : report?.Versions.FirstOrDefault(one => one.Number == version)) is { } found
            ? new VerifiedReport(
                found.Number,
                found.SnapshotSha256,
                found.ManifestSha256,
                await RendererAsync(found, cancellation),
                [.. (await FindingsAsync(report!, found, cancellation)).Distinct()]
            )
            : null;
    }

    /// <returns>Null where the manifest cannot be read.</returns>
    private async Task<int?> RendererAsync(DonorReportVersion version, CancellationToken cancellation) =>
        (await archive.ManifestAsync(version.Folder, cancellation))?.MadeBy;

    /// <summary>Every observation behind the figures, for auditors.</summary>
    public async Task<IReadOnlyList<LineageEntry>?> LineageAsync(
        AgreementId agreement,
        PeriodKey period,
        string? indicator,
        CancellationToken cancellation
    )
    {
        DonorReportVersion? version = (await DonorReportRows.FindAsync(table, agreement, period, cancellation))?.Value.Latest;
        byte[]? snapshot = version is null
            ? null
            : await archive.ReadAsync($"{version.Folder}/{DonorReportArchive.Snapshot}", cancellation);
        return snapshot is null ? null : [.. Lineage.Of(SnapshotDocument.Read(snapshot), indicator)];
    }

    private async Task<IReadOnlyList<Finding>> FindingsAsync(
        DonorReportRecord report,
        DonorReportVersion version,
        CancellationToken cancellation
    )
    {
        byte[]? snapshot = await archive.ReadAsync($"{version.Folder}/{DonorReportArchive.Snapshot}", cancellation);
        byte[]? manifest = await archive.ReadAsync($"{version.Folder}/{DonorReportArchive.ManifestName}", cancellation);
        if (snapshot is null || manifest is null)
        {
            return
            [
                new Finding(
                    FindingKind.PartMissing,
                    snapshot is null ? DonorReportArchive.Snapshot : DonorReportArchive.ManifestName,
                    "Is not stored."
                ),
            ];
        }

        List<Finding> findings = [.. ReportVerification.Verify(snapshot, await archive.PartsAsync(version.Folder, cancellation), manifest)];
        if (SnapshotDocument.Sha256(snapshot) != version.SnapshotSha256)
        {
            findings.Add(
                new Finding(
                    FindingKind.SnapshotChanged,
                    DonorReportArchive.Snapshot,
                    "Its SHA-256 is not the one that the report's row names."
                )
            );
        }

        if (SnapshotDocument.Sha256(manifest) != version.ManifestSha256)
        {
            findings.Add(
                new Finding(
                    FindingKind.ManifestChanged,
                    DonorReportArchive.ManifestName,
                    "Its SHA-256 is not the one that the report's row names."
                )
            );
        }

        var stored = new StoredFacts(table, blobs);
        await CheckChainsAsync(report, version, snapshot, stored, findings, cancellation);
        try
        {
            DonorSnapshot read = SnapshotDocument.Open(() => new MemoryStream(snapshot, writable: false));
            findings.AddRange(await AnnexFindingsAsync(version, read.Head, cancellation));
            findings.AddRange(await LineageVerification.VerifyAsync(read, stored, cancellation));
        }
        catch (Exception error) when (ReportVerification.IsOfAnUnreadableSnapshot(error))
        {
            // told above as unreadable
        }

        findings.AddRange(stored.Unreadable);
        return findings;
    }

    private static async Task CheckChainsAsync(
        DonorReportRecord report,
        DonorReportVersion version,
        byte[] snapshot,
        StoredFacts stored,
        List<Finding> findings,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<AuditEvent> own = (await stored.ChainAsync(report.Stream, cancellation)).Events;
        if (
            !own.Any(link =>
                link.Kind == AuditKind.DonorReportAssembled
                && link.Subject == report.Period.Value
                && link.DataSha256 == version.ManifestSha256
            )
        )
        {
            findings.Add(
                new Finding(
                    FindingKind.AuditEventMissing,
                    $"{report.Stream}: {report.Period} version {version.Number}",
                    "No event in the audit trail records the assembly of this manifest."
                )
            );
        }

        IEnumerable<string> streams;
        try
        {
            streams = SnapshotDocument.Open(() => new MemoryStream(snapshot, writable: false)).Head.AuditHeads.Select(head => head.Stream);
        }
        catch (Exception error) when (ReportVerification.IsOfAnUnreadableSnapshot(error))
        {
            streams = [];
        }

        foreach (string stream in streams.Append(report.Stream.Value).Distinct())
        {
            findings.AddRange((await stored.ChainAsync(new StreamId(stream), cancellation)).Findings);
        }
    }

    private async Task<IReadOnlyList<Finding>> AnnexFindingsAsync(
        DonorReportVersion version,
        SnapshotHead head,
        CancellationToken cancellation
    )
    {
        var findings = new List<Finding>();
        foreach (AnnexFile annex in head.Annexes)
        {
            string where = $"{DonorReportArchive.AnnexFolder}/{annex.FileName}";
            byte[]? bytes = await archive.ReadAsync($"{version.Folder}/{where}", cancellation);
            if (bytes is null)
            {
                findings.Add(new Finding(FindingKind.PartMissing, where, "Named in the manifest, but not there."));
            }
            else if (SnapshotDocument.Sha256(bytes) is var hash && hash != annex.Sha256)
            {
                findings.Add(new Finding(FindingKind.PartChanged, where, $"SHA-256 is {hash}, the manifest says {annex.Sha256}."));
            }
        }

        return findings;
    }
}

/// <param name="Version">0 where the report's own row cannot be read, and so nothing else can be found.</param>
/// <param name="Renderer">That made the files; they were made again only where it is this deployment's. Null where the manifest cannot be
/// read.</param>
/// <param name="Findings">Empty for a sound report.</param>
public sealed record VerifiedReport(
    int Version,
    string SnapshotSha256,
    string ManifestSha256,
    int? Renderer,
    IReadOnlyList<Finding> Findings
);
