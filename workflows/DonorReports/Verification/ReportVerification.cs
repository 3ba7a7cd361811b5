using System.Text.Json;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Verification;

namespace ACip.Workflows.DonorReports.Verification;

/// <summary>Compares a report with its manifest and its snapshot, and renders it again for comparison if this version of the renderer made
/// it.</summary>
public static class ReportVerification
{
    /// <param name="parts">The files as they were issued, in each language.</param>
    /// <returns>What does not agree; empty for a sound report.</returns>
    public static IReadOnlyList<Finding> Verify(byte[] snapshot, IReadOnlyList<RenderedReport> parts, byte[] manifest)
    {
        Manifest named;
        try
        {
            named = Manifest.Read(manifest);
        }
        catch (JsonException unreadable)
        {
            return [new Finding(FindingKind.ManifestUnreadable, "manifest", unreadable.Message)];
        }

        List<Finding> findings = [.. AgainstManifest(parts, named)];
        if (!named.Write().AsSpan().SequenceEqual(manifest))
        {
            findings.Add(new Finding(FindingKind.ManifestNotCanonical, "manifest", "Written otherwise than this programme writes it."));
        }

        if (SnapshotDocument.Sha256(snapshot) is var hash && hash != named.SnapshotSha256)
        {
            findings.Add(
                new Finding(FindingKind.SnapshotChanged, "snapshot", $"SHA-256 is {hash}, the manifest says {named.SnapshotSha256}.")
            );
        }

        try
        {
            findings.AddRange(AgainstSnapshot(snapshot, parts, named));
        }
        catch (Exception unreadable) when (IsOfAnUnreadableSnapshot(unreadable))
        {
            findings.Add(new Finding(FindingKind.SnapshotUnreadable, "snapshot", unreadable.Message));
        }

        return findings;
    }

    /// <summary>What reading and rendering throw at a snapshot that was not written by this programme, or was changed since.</summary>
    public static bool IsOfAnUnreadableSnapshot(Exception error) =>
        error
            is JsonException
                or ArgumentException
                or InvalidOperationException
                or FormatException
                or OverflowException
                or NullReferenceException;

    private static IEnumerable<Finding> AgainstManifest(IReadOnlyList<RenderedReport> reports, Manifest manifest)
    {
        Dictionary<(Language, string), ReportPart> given = reports
            .SelectMany(report => report.Parts.Select(part => (report.Language, part)))
            .ToDictionary(one => (one.Language, one.part.FileName), one => one.part);
        foreach (ManifestPart named in manifest.Parts)
        {
            if (!given.Remove((named.Language, named.FileName), out ReportPart? part))
            {
                yield return new Finding(
                    FindingKind.PartMissing,
                    Name(named.Language, named.FileName),
                    "Named in the manifest, but not there."
                );
            }
            else if (SnapshotDocument.Sha256(part.Bytes) is var hash && hash != named.Sha256)
            {
                yield return new Finding(
                    FindingKind.PartChanged,
                    Name(named.Language, named.FileName),
                    $"SHA-256 is {hash}, the manifest says {named.Sha256}."
                );
            }
        }

        foreach (
            ((Language language, string fileName), _) in given.OrderBy(one => Name(one.Key.Item1, one.Key.Item2), StringComparer.Ordinal)
        )
        {
            yield return new Finding(FindingKind.PartUnlisted, Name(language, fileName), "Not named in the manifest.");
        }
    }

    private static IEnumerable<Finding> AgainstSnapshot(byte[] bytes, IReadOnlyList<RenderedReport> reports, Manifest manifest)
    {
        DonorSnapshot snapshot = SnapshotDocument.Open(() => new MemoryStream(bytes, writable: false));
        if (!SnapshotDocument.Write(snapshot).AsSpan().SequenceEqual(bytes))
        {
            yield return new Finding(FindingKind.SnapshotNotCanonical, "snapshot", "Written otherwise than this programme writes it.");
        }

        if (!manifest.AuditHeads.SequenceEqual(snapshot.Head.AuditHeads))
        {
            yield return new Finding(FindingKind.AuditHeadsDiffer, "manifest", "The audit heads are not those of the snapshot.");
        }

        foreach (RenderedReport issued in manifest.IsOfThisRenderer ? reports : [])
        {
            RenderedReport again = DonorReport.Render(snapshot, issued.Language);
            foreach (ReportPart part in again.Parts)
            {
                ReportPart? was = issued.Parts.FirstOrDefault(one => one.FileName == part.FileName);
                if (was is not null && !was.Bytes.AsSpan().SequenceEqual(part.Bytes))
                {
                    int at = was.Bytes.AsSpan().CommonPrefixLength(part.Bytes);
                    yield return new Finding(
                        FindingKind.PartNotReproduced,
                        Name(issued.Language, part.FileName),
                        $"Made again from the snapshot it differs from byte {at} on."
                    );
                }
            }
        }
    }

    private static string Name(Language language, string fileName) => $"{language.Tag}/{fileName}";
}
