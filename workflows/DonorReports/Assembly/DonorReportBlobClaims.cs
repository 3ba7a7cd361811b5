using ACip.Workflows.Audit;
using ACip.Workflows.Verification;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Checks every version's snapshot, manifest and the files that it names, and officers' files, which are stored under their hash
/// until a version includes them.</summary>
internal sealed class DonorReportBlobClaims(DonorReportArchive archive) : IBlobClaims
{
    public string Container => DonorReportArchive.Container;

    public async Task<IReadOnlyList<BlobClaim>> OfAsync(StreamRows stream, CancellationToken cancellation)
    {
        List<BlobClaim> claims =
        [
            .. from link in stream.Events
            where
                link.Kind == AuditKind.DonorReportEdited
                && link.Reason?.StartsWith("annex ", StringComparison.Ordinal) == true
                && link.DataSha256 is not null
            select new BlobClaim(DonorReportArchive.AnnexName(link.DataSha256!), link.DataSha256),
        ];
        foreach (DonorReportRecord report in stream.Facts<DonorReportRecord>(DonorReportRows.Prefix))
        {
            foreach (DonorReportVersion version in report.Versions)
            {
                claims.Add(new BlobClaim($"{version.Folder}/{DonorReportArchive.Snapshot}", version.SnapshotSha256));
                claims.Add(new BlobClaim($"{version.Folder}/{DonorReportArchive.ManifestName}", version.ManifestSha256));
                claims.AddRange(await PartsAsync(version, cancellation));
            }
        }

        return claims;
    }

    /// <summary>The folder of its version: agreement, period and number.</summary>
    public string PartOf(string blob) => blob.Split('/') is { Length: > 3 } steps ? string.Join('/', steps[..3]) : blob;

    private async Task<IReadOnlyList<BlobClaim>> PartsAsync(DonorReportVersion version, CancellationToken cancellation)
    {
        // where it cannot be read, its hash tells that it was changed
        return await archive.ManifestAsync(version.Folder, cancellation) is { } manifest
            ?
            [
                .. manifest.Parts.Select(part => new BlobClaim(
                    DonorReportArchive.PartName(version.Folder, part.Language, part.FileName),
                    part.Sha256
                )),
                .. manifest.Annexes.Select(annex => new BlobClaim(
                    $"{version.Folder}/{DonorReportArchive.AnnexFolder}/{annex.FileName}",
                    annex.Sha256
                )),
            ]
            : [];
    }
}
