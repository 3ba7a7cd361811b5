using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Verification;

/// <summary>A difference from what was written.</summary>
/// <param name="Where">The file, row, blob, observation or audit event concerned.</param>
public sealed record Finding(FindingKind Kind, string Where, string What)
{
    internal static Finding Unreadable(StreamId stream, string key) =>
        new(FindingKind.RowUnreadable, $"{stream}/{key}", "Its text cannot be read.");
}

[JsonConverter(typeof(JsonStringEnumConverter<FindingKind>))]
public enum FindingKind
{
    ManifestUnreadable,
    ManifestNotCanonical,
    ManifestChanged,
    SnapshotChanged,
    SnapshotUnreadable,
    SnapshotNotCanonical,
    PartMissing,
    PartChanged,
    PartUnlisted,
    PartNotReproduced,
    AuditHeadsDiffer,
    ObservationMissing,
    ObservationChanged,
    EvidenceMissing,
    EvidenceChanged,
    AuditEventMissing,
    AuditTruncated,
    AuditChanged,
    RowUnreadable,

    /// <summary>The row differs from what the last event about it says.</summary>
    RowChanged,

    /// <summary>An event says that the row was written, and none that it was deleted.</summary>
    RowMissing,

    /// <summary>The row exists, but no event says that anybody wrote it.</summary>
    RowUnexplained,

    /// <summary>The bytes do not match the hash in a row or event.</summary>
    BlobChanged,

    /// <summary>A row or event names the blob, and nothing says that its time was over.</summary>
    BlobMissing,

    /// <summary>No row and no event names the blob.</summary>
    BlobUnexplained,

    /// <summary>An event is older than the one before it.</summary>
    TimeBackwards,

    /// <summary>An archive of heads does not continue the previous one, or cannot be read.</summary>
    HeadArchiveChanged,
}
