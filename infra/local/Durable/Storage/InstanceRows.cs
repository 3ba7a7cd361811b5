using System.Globalization;
using System.Text.Json;
using ACip.Local.Durable.History;
using Azure.Data.Tables;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Local.Durable.Storage;

/// <summary>What the rows of an instance's partition look like: <c>state</c>, <c>h-</c> a turn, <c>i-</c> an event that waits.</summary>
internal sealed class InstanceRows(LargeText texts)
{
    public const string StateKey = "state";

    public static string EventKey(long number) => string.Create(CultureInfo.InvariantCulture, $"i-{number:D20}");

    public static long EventNumber(string key) => long.Parse(key.AsSpan(2), CultureInfo.InvariantCulture);

    public static string TurnKey(int generation, int turn) => string.Create(CultureInfo.InvariantCulture, $"h-{generation:D6}-{turn:D6}");

    public async Task<TableEntity> TurnAsync(InstanceState state, int number, IReadOnlyList<HistoryEvent> turn, CancellationToken cancellation)
    {
        var row = new TableEntity(state.InstanceId, TurnKey(state.Generation, number));
        await texts.PutAsync(row, "Events", HistoryEvent.Write(turn), cancellation);
        return row;
    }

    public async Task<TableEntity> EventAsync(string instanceId, string key, HistoryEvent item, CancellationToken cancellation)
    {
        var row = new TableEntity(instanceId, key);
        await texts.PutAsync(row, "Event", HistoryEvent.Write([item]), cancellation);
        return row;
    }

    public async Task<TableEntity> StateAsync(InstanceState state, CancellationToken cancellation)
    {
        var row = new TableEntity(state.InstanceId, StateKey)
        {
            ["Name"] = state.Name,
            ["Version"] = state.Version!,
            ["Status"] = state.Status.ToString(),
            ["Generation"] = state.Generation,
            ["Execution"] = state.Execution,
            ["Turns"] = state.Turns,
            ["Created"] = state.Created,
            ["Updated"] = state.Updated,
            ["StartAt"] = state.StartAt!,
            ["Parent"] = (state.Parent is null ? null : JsonSerializer.Serialize(state.Parent))!,
            ["Tags"] = (state.Tags.Count == 0 ? null : JsonSerializer.Serialize(state.Tags))!,
            ["EventsFrom"] = state.EventsFrom,
            ["Commit"] = state.Commit,
        };
        await texts.PutAsync(row, "Input", state.Input, cancellation);
        await texts.PutAsync(row, "Output", state.Output, cancellation);
        await texts.PutAsync(row, "Failure", state.Failure is null ? null : JsonSerializer.Serialize(state.Failure), cancellation);
        await texts.PutAsync(row, "CustomStatus", state.CustomStatus, cancellation);
        await texts.PutAsync(row, "Loose", state.Loose.Count == 0 ? null : JsonSerializer.Serialize(state.Loose), cancellation);
        return row;
    }

    public async Task<InstanceState> ReadStateAsync(TableEntity row, CancellationToken cancellation) => new(
        row.PartitionKey,
        row.GetString("Name")!,
        row.GetString("Version"),
        Enum.Parse<OrchestrationRuntimeStatus>(row.GetString("Status")!),
        row.GetInt32("Generation")!.Value,
        row.GetString("Execution")!,
        row.GetInt32("Turns")!.Value,
        row.GetDateTimeOffset("Created")!.Value,
        row.GetDateTimeOffset("Updated")!.Value,
        row.GetDateTimeOffset("StartAt"),
        await texts.GetAsync(row, "Input", cancellation),
        await texts.GetAsync(row, "Output", cancellation),
        Parsed<TaskFailureDetails>(await texts.GetAsync(row, "Failure", cancellation)),
        await texts.GetAsync(row, "CustomStatus", cancellation),
        Parsed<ParentAction>(row.GetString("Parent")),
        Parsed<Dictionary<string, string>>(row.GetString("Tags")) ?? [],
        row.GetString("EventsFrom")!,
        Parsed<List<LooseActivity>>(await texts.GetAsync(row, "Loose", cancellation)) ?? [],
        row.GetString("Commit")!);

    /// <summary>Sorts the rows of one partition into what counts and what has stayed behind.</summary>
    /// <param name="withTurns">False: the history is not wanted where the instance has finished.</param>
    public async Task<StoredInstance> AssembleAsync(InstanceState state, IEnumerable<TableEntity> partition, bool withTurns, CancellationToken cancellation)
    {
        var turns = new List<IReadOnlyList<HistoryEvent>>();
        var waiting = new List<TableEntity>();
        var stale = new List<string>();
        string first = TurnKey(state.Generation, 1);
        string last = TurnKey(state.Generation, state.Turns);
        foreach (TableEntity row in partition.OrderBy(r => r.RowKey, StringComparer.Ordinal))
        {
            string key = row.RowKey;
            if (key.StartsWith("h-", StringComparison.Ordinal))
            {
                bool counts = string.CompareOrdinal(key, first) >= 0 && string.CompareOrdinal(key, last) <= 0;
                if (!counts)
                {
                    stale.Add(key);
                }
                else if (withTurns || !state.IsFinished)
                {
                    turns.Add(HistoryEvent.Read((await texts.GetAsync(row, "Events", cancellation))!));
                }
            }
            else if (key.StartsWith("i-", StringComparison.Ordinal))
            {
                bool counts = !state.IsFinished && string.CompareOrdinal(key, state.EventsFrom) >= 0;
                if (counts)
                {
                    waiting.Add(row);
                }
                else
                {
                    stale.Add(key);
                }
            }
        }

        // written ahead of a transaction that then was not committed: a turn has read it long since
        HashSet<string?> read = [.. turns.SelectMany(t => t).Where(e => e.Kind == HistoryKind.EventRaised).Select(e => e.Key)];
        var inbox = new List<(string, HistoryEvent)>();
        foreach (TableEntity row in waiting)
        {
            HistoryEvent item = HistoryEvent.Read((await texts.GetAsync(row, "Event", cancellation))!)[0];
            inbox.Add((row.RowKey, read.Contains(row.RowKey) ? new HistoryEvent(HistoryKind.None) : item));
        }

        return new StoredInstance(state, turns, inbox, stale);
    }

    private static T? Parsed<T>(string? json)
        where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json);
}
