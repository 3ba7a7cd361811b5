using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Verification;

/// <summary>One stream's audit events with recomputed hashes, each from its content and the recomputed previous hash, so that a change
/// shows in every later event.</summary>
internal sealed class StoredChain
{
    /// <summary>The clocks of two machines differ by less than this.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <summary>Stands for the hash of an event that cannot be read; it equals none.</summary>
    private const string Unreadable = "unreadable";

    private readonly Dictionary<long, string> hashes = [];
    private readonly List<Finding> findings = [];
    private readonly List<AuditEvent> events = [];
    private AuditHead before = AuditHead.Empty;
    private string reckoned = AuditEvent.Genesis;

    /// <param name="rows">In the order of their keys; null where a row's text is not an audit event.</param>
    /// <param name="head">What the stream's head row says.</param>
    public StoredChain(StreamId stream, IReadOnlyList<(string Key, AuditEvent? Link)> rows, AuditHead? head)
    {
        Stream = stream;
        foreach ((string key, AuditEvent? link) in rows)
        {
            if (link is { Subject: not null, Previous: not null, Hash: not null })
            {
                Follow(link);
            }
            else
            {
                PassBy(key);
            }
        }

        if (head is not null && (head.Sequence != before.Sequence || (head.Hash != before.Hash && before.Hash != Unreadable)))
        {
            findings.Add(
                new Finding(
                    FindingKind.AuditTruncated,
                    Name(head.Sequence),
                    $"The stream ends at event {before.Sequence}; its head row says {head.Sequence}."
                )
            );
        }
    }

    public StreamId Stream { get; }

    public IReadOnlyList<AuditEvent> Events => events;

    public IReadOnlyList<Finding> Findings => findings;

    /// <param name="events">All of a stream, in order.</param>
    /// <param name="head">Null where it is not known.</param>
    public static StoredChain Of(StreamId stream, IEnumerable<AuditEvent> events, AuditHead? head) =>
        new(stream, [.. events.Select(link => (AuditRows.Key(link.Sequence), (AuditEvent?)link))], head);

    public string? HashOf(long sequence) => hashes.GetValueOrDefault(sequence);

    private void Follow(AuditEvent link)
    {
        if (link.Sequence != before.Sequence + 1)
        {
            findings.Add(
                new Finding(
                    FindingKind.AuditEventMissing,
                    Name(before.Sequence + 1),
                    $"Event {link.Sequence} follows event {before.Sequence}."
                )
            );
        }
        else if (before.Hash != Unreadable && link.Previous != before.Hash)
        {
            findings.Add(new Finding(FindingKind.AuditChanged, Name(link.Sequence), $"Does not continue event {before.Sequence}."));
        }

        if (link.ComputeHash() != link.Hash)
        {
            findings.Add(new Finding(FindingKind.AuditChanged, Name(link.Sequence), "Was changed after it was written."));
        }

        if (events.Count > 0 && link.At < events[^1].At - Skew)
        {
            findings.Add(
                new Finding(
                    FindingKind.TimeBackwards,
                    Name(link.Sequence),
                    $"Says {link.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC; event {events[^1].Sequence} before it says {events[^1].At.UtcDateTime:yyyy-MM-dd HH:mm}."
                )
            );
        }

        // behind an event that cannot be read the chain is taken up as it says of itself: the break is named once, and what follows is
        // still checked
        reckoned = (link with { Previous = before.Hash == Unreadable ? link.Previous : reckoned }).ComputeHash();
        hashes[link.Sequence] = reckoned;
        events.Add(link);
        before = new AuditHead(link.Sequence, link.Hash);
    }

    private void PassBy(string key)
    {
        int sequence = int.TryParse(key.AsSpan(AuditRows.Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int named)
            ? named
            : before.Sequence + 1;
        findings.Add(new Finding(FindingKind.AuditChanged, Name(sequence), $"Its row {key} cannot be read."));
        hashes[sequence] = Unreadable;
        before = new AuditHead(sequence, Unreadable);
    }

    private string Name(int sequence) => string.Create(CultureInfo.InvariantCulture, $"{Stream}#{sequence}");
}
