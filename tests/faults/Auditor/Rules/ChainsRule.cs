using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>Each stream's events follow one another without a gap, each with the hash of the one before; the head says where they end; and
/// rows and the marks that events leave of them say the same, both ways.</summary>
internal sealed class ChainsRule : IRule
{
    private const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Rows that no event holds, as the decision on rows in the chain lists them; a prefix where it ends in a bar.</summary>
    internal static readonly string[] Outside =
    [
        "code|",
        "denied|",
        "digest|",
        "heartbeat",
        "link-draft|",
        "mail|",
        "mail-limit|",
        "programme-import",
        "upkeep",
    ];

    public string Name => "chains";

    public IEnumerable<Finding> Check(StoredProgramme programme) =>
        programme.Streams.SelectMany(stream => Links(stream).Concat(Rows(stream)));

    private IEnumerable<Finding> Links(StoredStream stream)
    {
        (int sequence, string hash) = (0, Genesis);
        foreach (StoredEvent link in stream.Events)
        {
            if (link.Sequence != sequence + 1)
            {
                yield return Of(stream, link.Row.Key, $"Event {link.Sequence} follows event {sequence}: what was between them is gone.");
            }
            else if (link.Row.Key != FormattableString.Invariant($"audit|{link.Sequence:D8}"))
            {
                yield return Of(stream, link.Row.Key, $"It says to be event {link.Sequence}, and stands in another place.");
            }
            else if (link.Row.Fact.Text("previous") != hash)
            {
                yield return Of(stream, link.Row.Key, $"Event {link.Sequence} does not carry the hash of the event before it.");
            }

            string? said = link.Row.Fact.Text("hash");
            if (said != HashOf(link.Row))
            {
                yield return Of(stream, link.Row.Key, $"Event {link.Sequence} does not say what its hash was taken over.");
            }

            (sequence, hash) = (link.Sequence, said ?? "");
        }

        JsonObject? head = stream.Head?.Fact;
        if (head is null ? stream.Events.Count > 0 : (head.Count("sequence"), head.Text("hash")) != (sequence, hash))
        {
            yield return Of(stream, "audit-head", $"The chain ends at event {sequence}; its head says {head.Count("sequence")}.");
        }
    }

    /// <summary>Over all members but the hash itself, which is empty then. The first events, which name no version, were hashed as they
    /// were written.</summary>
    private static string? HashOf(StoredRow row)
    {
        if (row.Fact?.DeepClone() is not JsonObject unsigned)
        {
            return null;
        }

        if (unsigned["version"] is null)
        {
            string was = row.Text.Replace($"\"hash\":\"{unsigned.Text("hash")}\"", "\"hash\":\"\"", StringComparison.Ordinal);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(was)));
        }

        unsigned["hash"] = "";
        return CanonicalText.Sha256(unsigned);
    }

    private IEnumerable<Finding> Rows(StoredStream stream)
    {
        var marks = new Dictionary<string, (int Event, string? Hash)>(StringComparer.Ordinal);
        foreach (StoredEvent link in stream.Events)
        {
            foreach (JsonNode mark in link.Row.Fact.List("rows"))
            {
                marks[mark.Text("key") ?? ""] = (link.Sequence, mark.Text("hash"));
            }
        }

        // a chain from before events named rows holds none until the daily run has taken them up
        bool isOlder =
            stream.Events.Any(link => link.Row.Fact?["version"] is null)
            && !stream.EventsOf("RowsTakenUp").Any(link => link.Reason == "all");
        foreach (StoredRow row in stream.Facts.Where(row => !IsOutside(row.Key)))
        {
            if (!marks.Remove(row.Key, out (int Event, string? Hash) mark))
            {
                if (!isOlder)
                {
                    yield return Of(stream, row.Key, "The row stands there, and no event tells of it.");
                }
            }
            else if (mark.Hash is null)
            {
                yield return Of(stream, row.Key, $"Event {mark.Event} says that the row was deleted, and it stands there.");
            }
            else if (mark.Hash != row.Hash())
            {
                yield return Of(stream, row.Key, $"The row is not what event {mark.Event}, the last to tell of it, says.");
            }
        }

        foreach ((string key, (int at, string? hash)) in marks)
        {
            if (hash is not null)
            {
                yield return Of(stream, key, $"Event {at} tells of the row, none that it was deleted, and it is gone.");
            }
        }
    }

    private static bool IsOutside(string key) =>
        Outside.Any(one => one.EndsWith('|') ? key.StartsWith(one, StringComparison.Ordinal) : key == one);

    private Finding Of(StoredStream stream, string key, string what) => new(Name, stream.Name, key, what);
}
