using System.Globalization;
using System.Security.Cryptography;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Azure;
using Azure.Storage.Blobs;

namespace ACip.Workflows.Verification;

/// <summary>Compares blobs with the rows and events that name them.</summary>
internal sealed class BlobWalk(BlobServiceClient blobs, ProgrammeTable table, IEnumerable<IBlobClaims> capabilities)
{
    private DateTimeOffset? goneBefore;
    private IReadOnlySet<string>? erased;

    /// <param name="claimed">By container; what the stream names is added.</param>
    public async Task<IReadOnlyList<Finding>> CheckAsync(
        StreamRows content,
        IDictionary<string, HashSet<string>> claimed,
        CancellationToken cancellation
    )
    {
        var findings = new List<Finding>();
        foreach (IBlobClaims capability in capabilities)
        {
            HashSet<string> names = claimed.TryGetValue(capability.Container, out HashSet<string>? known)
                ? known
                : claimed[capability.Container] = new(StringComparer.Ordinal);
            foreach (BlobClaim claim in await capability.OfAsync(content, cancellation))
            {
                if (names.Add(claim.Name) && await FindAsync(capability.Container, claim, cancellation) is { } finding)
                {
                    findings.Add(finding);
                }
            }
        }

        return findings;
    }

    private async Task<Finding?> FindAsync(string container, BlobClaim claim, CancellationToken cancellation)
    {
        string where = $"{container}/{claim.Name}";
        try
        {
            using Stream bytes = await blobs
                .GetBlobContainerClient(container)
                .GetBlobClient(claim.Name)
                .OpenReadAsync(cancellationToken: cancellation);
            string hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation));
            return claim.Sha256 is null || hash.StartsWith(claim.Sha256, StringComparison.Ordinal)
                ? null
                : new Finding(FindingKind.BlobChanged, where, $"SHA-256 is {hash}; it was written with {claim.Sha256}.");
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return
                !claim.Needed
                || (claim.Since is { } since && since < await GoneBeforeAsync(cancellation))
                || (await ErasedAsync(cancellation)).Contains(ErasedBlob.RowKey(container, claim.Name))
                ? null
                : new Finding(FindingKind.BlobMissing, where, "It was written, and is not there; no event says that its time was over.");
        }
    }

    /// <summary>Blobs removed with an erased person. That nobody has added such a row by hand is checked with the rows.</summary>
    private async Task<IReadOnlySet<string>> ErasedAsync(CancellationToken cancellation) =>
        erased ??= (await table.ListReadableAsync<ErasedBlob>(StreamId.Inbox, ErasedBlob.Prefix, cancellation))
            .Select(row => row.Key)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The time before which mail has passed its retention time, according to the inbox's chain.</summary>
    private async Task<DateTimeOffset> GoneBeforeAsync(CancellationToken cancellation) =>
        goneBefore ??= (await table.ListReadableAsync<AuditEvent>(StreamId.Inbox, AuditRows.Prefix, cancellation))
            .Select(row => row.Row?.Value)
            .Where(link => link?.Kind == AuditKind.RetentionApplied)
            .Select(link =>
                DateTimeOffset.TryParse(link!.Reason, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset day)
                    ? day
                    : DateTimeOffset.MinValue
            )
            .DefaultIfEmpty(DateTimeOffset.MinValue)
            .Max();
}
