using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;

namespace ACip.Tests.Faults.Auditor.Stored;

/// <summary>One partition: its rows, and the events of its chain.</summary>
internal sealed class StoredStream
{
    private const string EventPrefix = "audit|",
        HeadKey = "audit-head";

    private readonly Dictionary<string, StoredRow> rows;

    public StoredStream(string name, IEnumerable<StoredRow> all)
    {
        Name = name;
        rows = all.ToDictionary(row => row.Key, StringComparer.Ordinal);
        Events =
        [
            .. rows
                .Values.Where(row => row.Key.StartsWith(EventPrefix, StringComparison.Ordinal))
                .OrderBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => new StoredEvent(row)),
        ];
    }

    public string Name { get; }

    /// <summary>In the order of their keys.</summary>
    public IReadOnlyList<StoredEvent> Events { get; }

    public StoredRow? Head => Find(HeadKey);

    /// <summary>All but the chain.</summary>
    public IEnumerable<StoredRow> Facts =>
        rows.Values.Where(row => row.Key != HeadKey && !row.Key.StartsWith(EventPrefix, StringComparison.Ordinal));

    public StoredRow? Find(string key) => rows.GetValueOrDefault(key);

    public JsonObject? Fact(string key) => Find(key)?.Fact;

    /// <summary>Readable facts of a kind, by what follows the prefix.</summary>
    public IEnumerable<(string Key, JsonObject Fact)> List(string prefix) =>
        from row in rows.Values
        where row.Key.StartsWith(prefix, StringComparison.Ordinal) && row.Fact is not null
        orderby row.Key
        select (row.Key, row.Fact);

    /// <summary>Events of one of these kinds.</summary>
    public IEnumerable<StoredEvent> EventsOf(params string[] kinds) => Events.Where(one => kinds.Contains(one.Kind));
}

/// <summary>A link of a chain, as it is stored.</summary>
internal sealed class StoredEvent(StoredRow row)
{
    public StoredRow Row => row;

    public int Sequence => row.Fact.Count("sequence");

    public string Kind => row.Fact.Text("kind") ?? "";

    public string Subject => row.Fact.Text("subject") ?? "";

    public string? By => row.Fact.Text("by");

    public string? Reason => row.Fact.Text("reason");

    public DateTimeOffset At => row.Fact.Instant("at") ?? default;
}
