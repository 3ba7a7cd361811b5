using System.Text;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;

namespace ACip.Workflows.Audit;

/// <summary>An event to be recorded: who did what to what, and why. It holds ids, never names or addresses.</summary>
/// <param name="By">Null: the automated cycle.</param>
/// <param name="DataSha256">Hash of what was decided upon, where there is such a thing.</param>
public sealed record AuditEntry(AuditKind Kind, string Subject, PersonId? By = null, string? Reason = null, string? DataSha256 = null);

/// <summary>One link of a stream's chain. It carries the hash of the previous link, so that a removed or changed event is
/// noticed.</summary>
/// <param name="Sequence">Begins at 1, without gaps.</param>
/// <param name="Hash">SHA-256, hex, over all other members; which way of writing them, <see cref="Version"/> says.</param>
public sealed record AuditEvent(
    int Sequence,
    DateTimeOffset At,
    AuditKind Kind,
    string Subject,
    PersonId? By,
    string? Reason,
    string? DataSha256,
    string Previous,
    string Hash
)
{
    /// <summary>The version written today: RFC 8785. Earlier events have no version and the serializer's own order.</summary>
    public const int Canonical = 2;

    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Null in events older than this field.</summary>
    public int? Version { get; init; }

    /// <summary>The rows written or deleted together with this event, as they are afterwards; null if there are none.</summary>
    public IReadOnlyList<RowMark>? Rows { get; init; }

    /// <remarks>Never earlier than the previous event: the clocks of two hosts differ, and one may be set back.</remarks>
    /// <param name="rows">What the commit changes; the last event of a commit carries it for all.</param>
    public static AuditEvent After(AuditHead head, AuditEntry entry, DateTimeOffset at, IReadOnlyList<RowMark>? rows = null)
    {
        var unsigned = new AuditEvent(
            head.Sequence + 1,
            (head.At > at ? head.At.Value : at).ToUniversalTime(),
            entry.Kind,
            entry.Subject,
            entry.By,
            entry.Reason,
            entry.DataSha256,
            head.Hash,
            ""
        )
        {
            Version = Canonical,
            Rows = rows is { Count: > 0 } ? rows : null,
        };
        return unsigned with { Hash = unsigned.ComputeHash() };
    }

    public string ComputeHash()
    {
        AuditEvent unsigned = this with { Hash = "" };
        return CanonicalJson.Sha256(
            Version is null ? Encoding.UTF8.GetBytes(Json.Write(unsigned)) : CanonicalJson.Write(unsigned, Json.Stored)
        );
    }
}

/// <summary>The end of a stream's chain.</summary>
public sealed record AuditHead(int Sequence, string Hash)
{
    /// <summary>When its last event happened; null in heads older than this field.</summary>
    public DateTimeOffset? At { get; init; }

    public static AuditHead Empty { get; } = new(0, AuditEvent.Genesis);
}
