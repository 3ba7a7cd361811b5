using System.Text.Json;
using System.Text.Json.Serialization;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>Names every file of a report by its SHA-256, the snapshot that it was made from, and the heads of the audit trail.</summary>
/// <param name="AsOf">Of the snapshot.</param>
/// <param name="Parts">Of every language, in that order.</param>
public sealed record Manifest(
    int Schema,
    AgreementId Agreement,
    DonorPeriod Period,
    DateTimeOffset AsOf,
    string SnapshotSha256,
    IReadOnlyList<ManifestPart> Parts,
    IReadOnlyList<AnnexFile> Annexes,
    IReadOnlyList<AuditHead> AuditHeads
)
{
    /// <summary>That made the parts; null where it was <see cref="Rendering.Renderer.Unsaid"/>.</summary>
    public int? Renderer { get; init; }

    /// <summary>False: this deployment renders in another way, so that its bytes would say nothing.</summary>
    [JsonIgnore]
    public bool IsOfThisRenderer => MadeBy == Rendering.Renderer.Version;

    [JsonIgnore]
    public int MadeBy => Renderer ?? Rendering.Renderer.Unsaid;

    public static Manifest Of(byte[] snapshot, params IReadOnlyList<RenderedReport> reports)
    {
        SnapshotHead head = SnapshotDocument.Open(() => new MemoryStream(snapshot, writable: false)).Head;
        return Of(
            head,
            SnapshotDocument.Sha256(snapshot),
            [
                .. reports.SelectMany(report =>
                    report.Parts.Select(part => new ManifestPart(
                        report.Language,
                        part.FileName,
                        part.ContentType,
                        part.Bytes.LongLength,
                        SnapshotDocument.Sha256(part.Bytes)
                    ))
                ),
            ]
        );
    }

    /// <summary>For a report that was written to streams and hashed on the way.</summary>
    public static Manifest Of(SnapshotHead head, string snapshotSha256, IReadOnlyList<ManifestPart> parts) =>
        new(
            1,
            head.Agreement.Id,
            head.Period,
            head.AsOf,
            snapshotSha256,
            [.. parts.OrderBy(part => part.Language).ThenBy(part => part.FileName, StringComparer.Ordinal)],
            head.Annexes,
            head.AuditHeads
        )
        {
            Renderer = Rendering.Renderer.Version,
        };

    /// <summary>Canonical JSON.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, SnapshotJson.Options);

    /// <exception cref="JsonException">Not a manifest.</exception>
    public static Manifest Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<Manifest>(bytes, SnapshotJson.Options) ?? throw new JsonException("The manifest is null.");
}

public sealed record ManifestPart(Language Language, string FileName, string ContentType, long Length, string Sha256);
