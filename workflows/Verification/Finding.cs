using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Verification;

/// <summary>Something that is not as it was written.</summary>
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

    /// <summary>It stands otherwise than the last event that wrote it says.</summary>
    RowChanged,

    /// <summary>An event says that it was written, none that it was deleted.</summary>
    RowMissing,

    /// <summary>It stands there, and no event says that anybody wrote it.</summary>
    RowUnexplained,

    /// <summary>Its bytes are not those that a row or event names by their hash.</summary>
    BlobChanged,

    /// <summary>A row or event names it, and nothing says that its time was over.</summary>
    BlobMissing,

    /// <summary>No row and no event names it.</summary>
    BlobUnexplained,

    /// <summary>An event is older than the one before it.</summary>
    TimeBackwards,

    /// <summary>An archive of the chains' ends does not continue the one before it, or cannot be read.</summary>
    HeadArchiveChanged,
}
