using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.Verification;

/// <summary>Verifies that what is stored is what was written: chains on their own and against the archived heads, rows against events and
/// back, blobs against both.</summary>
public sealed class StreamVerification(
    ProgrammeTable table,
    AuditHeadArchive archive,
    BlobServiceClient blobs,
    IEnumerable<IBlobClaims> capabilities
)
{
    /// <param name="withBlobs">True: with the blobs that it names.</param>
    public async Task<VerifiedStream> VerifyAsync(StreamId stream, bool withBlobs, CancellationToken cancellation)
    {
        KeptHeads kept = await archive.ReadAsync(cancellation);
        return await VerifyAsync(
            new StreamRows(stream, await table.EverythingAsync(stream, cancellation)),
            kept,
            new BlobWalk(blobs, table, withBlobs ? capabilities : []),
            new Dictionary<string, HashSet<string>>(),
            cancellation
        );
    }

    /// <summary>Verifies every stream, and finds blobs that none names. One stream is in memory at a time.</summary>
    public async Task<VerifiedProgramme> VerifyAllAsync(CancellationToken cancellation)
    {
        KeptHeads kept = await archive.ReadAsync(cancellation);
        var walk = new BlobWalk(blobs, table, capabilities);
        var claimed = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        List<Finding> findings = [.. kept.Findings];
        var streams = new List<StreamCount>();
        await foreach ((StreamId stream, IReadOnlyList<TableEntity> rows) in table.StreamsAsync(cancellation))
        {
            VerifiedStream verified = await VerifyAsync(new StreamRows(stream, rows), kept, walk, claimed, cancellation);
            findings.AddRange(verified.Findings);
            streams.Add(new StreamCount(stream, verified.Events.Count, verified.Rows));
        }

        // a stream that is gone as a whole stands in the archive still
        findings.AddRange(
            from day in kept.Days.Take(^1..)
            from head in day.Heads
            where streams.All(one => one.Stream.Value != head.Key)
            select new Finding(
                FindingKind.AuditTruncated,
                Name(head.Key, head.Value.Sequence),
                $"The archive of {day.At.UtcDateTime:yyyy-MM-dd} has this stream; nothing of it is stored."
            )
        );
        findings.AddRange(await LastArchiveAsync(kept, cancellation));
        findings.AddRange(await UnexplainedAsync(claimed, cancellation));
        return new VerifiedProgramme(streams, [.. findings.Distinct()]);
    }

    private static async Task<VerifiedStream> VerifyAsync(
        StreamRows content,
        KeptHeads kept,
        BlobWalk walk,
        IDictionary<string, HashSet<string>> claimed,
        CancellationToken cancellation
    )
    {
        List<Finding> findings = [.. content.Chain.Findings];
        if (content.HeadFinding is { } head)
        {
            findings.Add(head);
        }

        if (Shortened(content, kept) is { } shortened)
        {
            findings.Add(shortened);
        }

        findings.AddRange(RowVerification.Compare(content));
        findings.AddRange(await walk.CheckAsync(content, claimed, cancellation));
        return new VerifiedStream(content.Stream, content.Events, content.End, content.Covered.Count(), findings);
    }

    /// <summary>The first day whose archived head is not part of the chain.</summary>
    private static Finding? Shortened(StreamRows content, KeptHeads kept)
    {
        foreach (DailyHeads day in kept.Days)
        {
            if (
                day.Heads.TryGetValue(content.Stream.Value, out AuditHead? head)
                && head.Sequence > 0
                && content.Chain.HashOf(head.Sequence) is var stands
                && stands != head.Hash
            )
            {
                return new Finding(
                    FindingKind.AuditTruncated,
                    Name(content.Stream.Value, head.Sequence),
                    stands is null
                        ? $"The archive of {day.At.UtcDateTime:yyyy-MM-dd} has this event; the chain ends before it: it was shortened since that day."
                        : $"The archive of {day.At.UtcDateTime:yyyy-MM-dd} has another event in this place: the chain was written anew since that day."
                );
            }
        }

        return null;
    }

    /// <summary>Checks the last archive against the hash that the archiving run keeps in a row of its own.</summary>
    private async Task<IReadOnlyList<Finding>> LastArchiveAsync(KeptHeads kept, CancellationToken cancellation) =>
        (await table.FindReadableAsync<LastArchive>(LastArchive.Stream, LastArchive.RowKey, cancellation)).Row?.Value.HeadsSha256
            is { } written
        && written != kept.LastSha256
        && kept.Days.LastOrDefault()?.Previous != written
            ?
            [
                new Finding(
                    FindingKind.HeadArchiveChanged,
                    AuditHeadArchive.Container,
                    "The newest archive is not the one that the last run wrote: it was changed, added or removed."
                ),
            ]
            : [];

    private async Task<IReadOnlyList<Finding>> UnexplainedAsync(Dictionary<string, HashSet<string>> claimed, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach ((string container, HashSet<string> names) in claimed)
        {
            try
            {
                await foreach (BlobItem blob in blobs.GetBlobContainerClient(container).GetBlobsAsync(cancellationToken: cancellation))
                {
                    if (!names.Contains(blob.Name))
                    {
                        findings.Add(
                            new Finding(
                                FindingKind.BlobUnexplained,
                                $"{container}/{blob.Name}",
                                "It stands there, and no row and no event names it."
                            )
                        );
                    }
                }
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                // nothing of the kind was written yet
            }
        }

        return findings;
    }

    private static string Name(string stream, int sequence) => string.Create(CultureInfo.InvariantCulture, $"{stream}#{sequence}");
}

/// <param name="Head">What the stream's head row says.</param>
/// <param name="Rows">How many are held to the chain.</param>
public sealed record VerifiedStream(
    StreamId Stream,
    IReadOnlyList<AuditEvent> Events,
    AuditHead? Head,
    int Rows,
    IReadOnlyList<Finding> Findings
);

public sealed record StreamCount(StreamId Stream, int Events, int Rows);

public sealed record VerifiedProgramme(IReadOnlyList<StreamCount> Streams, IReadOnlyList<Finding> Findings);

/// <summary>The part of the daily run's row that is needed here.</summary>
internal sealed record LastArchive(string? HeadsSha256)
{
    public const string RowKey = "upkeep";

    public static StreamId Stream { get; } = new("upkeep");
}
