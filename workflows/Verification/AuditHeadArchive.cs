using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ACip.Workflows.Audit;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.Verification;

/// <summary>The heads of all audit chains, one blob a day, written once. A chain that is truncated or rewritten as a whole no longer
/// agrees with them.</summary>
/// <param name="Previous">SHA-256 of the blob before; null for the first.</param>
/// <param name="Heads">By stream.</param>
public sealed record DailyHeads(DateTimeOffset At, string? Previous, IReadOnlyDictionary<string, AuditHead> Heads);

public sealed class AuditHeadArchive(BlobServiceClient blobs) : IStorageCache
{
    public const string Container = "audit-heads";

    /// <summary>What this process archived last; null if nothing yet.</summary>
    private string? last;

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    void IStorageCache.Forget() => last = null;

    /// <returns>SHA-256 of what stands under that day: this, or what an earlier run of the same day wrote.</returns>
    public async Task<string> KeepAsync(DailyHeads heads, CancellationToken cancellation)
    {
        heads = heads with
        {
            Previous = last is null || last != heads.Previous ? await ContinuedAsync(heads.Previous, cancellation) : last,
        };
        return last = await WriteAsync(heads, cancellation);
    }

    /// <summary>A run interrupted between blob and row leaves a blob that the row does not name but that continues the one
    /// named.</summary>
    private async Task<string?> ContinuedAsync(string? known, CancellationToken cancellation)
    {
        byte[]? bytes = await NewestBytesAsync(cancellation);
        return bytes is not null && TryRead(bytes) is { } day && day.Previous == known ? Sha256(bytes) : known;
    }

    /// <summary>The last day only, with the hash of its blob; nulls if there is none.</summary>
    public async Task<(DailyHeads? Day, string? Sha256)> NewestAsync(CancellationToken cancellation) =>
        await NewestBytesAsync(cancellation) is { } bytes ? (TryRead(bytes), Sha256(bytes)) : (null, null);

    private async Task<byte[]?> NewestBytesAsync(CancellationToken cancellation)
    {
        string? newest = null;
        try
        {
            await foreach (BlobItem item in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                newest = item.Name;
            }
        }
        catch (RequestFailedException failed) when (failed.Status == 404)
        {
            // nothing has been archived yet
        }

        return newest is null ? null : (await container.GetBlobClient(newest).DownloadContentAsync(cancellation)).Value.Content.ToArray();
    }

    private async Task<string> WriteAsync(DailyHeads heads, CancellationToken cancellation)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Json.Write(heads));
        BlobClient blob = container.GetBlobClient(NameOf(heads.At));
        for (bool made = false; ; made = true)
        {
            try
            {
                return await blob.WriteOnceAsync(new BinaryData(bytes), "application/json", cancellation)
                    ? Sha256(bytes)
                    : Sha256((await blob.DownloadContentAsync(cancellation)).Value.Content.ToArray());
            }
            catch (RequestFailedException failed) when (failed.Status == 404 && !made)
            {
                await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            }
        }
    }

    /// <summary>All archived days, oldest first, and what is wrong with the archive itself: each blob names the hash of the previous
    /// one.</summary>
    public async Task<KeptHeads> ReadAsync(CancellationToken cancellation)
    {
        var days = new List<DailyHeads>();
        var findings = new List<Finding>();
        string? before = null;
        try
        {
            await foreach (BlobItem item in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                byte[] bytes = (await container.GetBlobClient(item.Name).DownloadContentAsync(cancellation)).Value.Content.ToArray();
                string where = $"{Container}/{item.Name}";
                if (TryRead(bytes) is not { } day || item.Name != NameOf(day.At))
                {
                    findings.Add(new Finding(FindingKind.HeadArchiveChanged, where, "It cannot be read as an archive of that day."));
                }
                else
                {
                    if (day.Previous != before)
                    {
                        findings.Add(
                            new Finding(
                                FindingKind.HeadArchiveChanged,
                                where,
                                "It does not continue the archive before it: one of the two was changed, added or removed."
                            )
                        );
                    }

                    days.Add(day);
                }

                before = Sha256(bytes);
            }
        }
        catch (RequestFailedException failed) when (failed.Status == 404)
        {
            // no day has been archived yet
        }

        return new KeptHeads(days, before, findings);
    }

    private static string NameOf(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-dd}.json";

    private static DailyHeads? TryRead(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<DailyHeads>(bytes, Json.Stored) is { Heads: not null } day ? day : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <param name="LastSha256">Of the newest blob; null where there is none.</param>
public sealed record KeptHeads(IReadOnlyList<DailyHeads> Days, string? LastSha256, IReadOnlyList<Finding> Findings);
