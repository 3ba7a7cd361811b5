using ACip.Workflows.Storage;

namespace ACip.Workflows.Portability;

/// <summary>Name and version of the export format; docs/portability.md describes each file and member. A reader refuses a version that it
/// does not know.</summary>
public static class PortableFormat
{
    public const string Name = "acip-programme";

    public const int Version = 1;

    /// <summary>JSON Lines.</summary>
    public const string LinesType = "application/jsonl";

    /// <summary>The largest body of rows that an import takes at once.</summary>
    public const int MostRowBytes = 12 << 20;
}

/// <summary>What is exported, what is not, and why.</summary>
/// <param name="Application">Version of what wrote it.</param>
public sealed record PortableProgramme(
    string Format,
    int Version,
    string Application,
    DateTimeOffset At,
    IReadOnlyList<PortablePart> Parts,
    IReadOnlyList<PortableOmission> LeftOut
);

/// <param name="Kind">table or container.</param>
public sealed record PortablePart(PlaceKind Kind, string Name, string What);

public sealed record PortableOmission(PlaceKind Kind, string Name, string What, string Why);

/// <summary>One blob, as a line of its container's list.</summary>
/// <param name="Md5">As storage keeps it, in base64; null where it keeps none.</param>
/// <param name="Metadata">In the order of names.</param>
public sealed record PortableBlob(string Name, long Bytes, string? ContentType, string? Md5, IReadOnlyDictionary<string, string> Metadata);

/// <summary>The last line of a paged answer; without it, the answer was cut off.</summary>
/// <param name="Next">Give it back as ?after= for what follows; null where nothing does.</param>
public sealed record PortableEnd(bool End, string? Next);
