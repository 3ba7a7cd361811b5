using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.Recommendations;
using ACip.Workflows.Verification;
using Azure;
using Azure.Storage.Blobs;

namespace ACip.Workflows.Dossiers;

/// <summary>Which files go into a dossier, and which stay out and why.</summary>
public sealed class DossierFiles(BlobServiceClient blobs, IEnumerable<IBlobClaims> claims)
{
    /// <summary>Evidence, approved versions, issued reports and what was sent, each as written. Received mail is left out, because it
    /// contains addresses.</summary>
    /// <param name="facts">What went into the dossier of the same stream; of a part of one, files that these name.</param>
    internal async Task AddAsync(
        DossierArchive archive,
        DossierStream part,
        StreamRows stream,
        IReadOnlyList<string> facts,
        Language language,
        CancellationToken cancellation
    )
    {
        HashSet<string> unreleased =
        [
            .. stream
                .Facts<EvidenceFile>(EvidenceFile.Prefix)
                .Where(file => file.State != EvidenceState.Released)
                .Select(file => file.Sha256),
            .. stream
                .Facts<Recommendation>(Recommendation.Row)
                .SelectMany(one => one.Files ?? [])
                .Where(file => file.Clean != true)
                .Select(file => file.Sha256),
        ];
        foreach (IBlobClaims kind in claims)
        {
            foreach (BlobClaim claim in (await kind.OfAsync(stream, cancellation)).DistinctBy(claim => claim.Name))
            {
                if (part.Mark is not null && !facts.Any(fact => fact.Contains(claim.Sha256 ?? claim.Name, StringComparison.Ordinal)))
                {
                    continue;
                }

                if (kind.Container == ReceivedMailStore.Container)
                {
                    archive.LeaveOut("mail as it came", Texts.MailHasAddresses.In(language));
                }
                else if (unreleased.Contains(claim.Name))
                {
                    archive.LeaveOut("evidence that was not released", Texts.NotReleased.In(language));
                }
                else if (await ReadAsync(kind.Container, claim.Name, cancellation) is { } bytes)
                {
                    archive.Add($"files/{kind.Container}/{claim.Name}", bytes);
                }
                else if (claim.Needed)
                {
                    archive.LeaveOut($"{kind.Container}/{claim.Name}", Texts.FileIsGone.In(language));
                }
            }
        }
    }

    private async Task<byte[]?> ReadAsync(string container, string name, CancellationToken cancellation)
    {
        try
        {
            BlobClient blob = blobs.GetBlobContainerClient(container).GetBlobClient(name);
            return (await blob.DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
