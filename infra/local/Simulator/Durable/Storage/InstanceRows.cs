using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using FunctionsSimulator.Durable.History;
using Google.Protobuf;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Storage;

/// <summary>What the rows of an instance's partition look like: <c>state</c>, <c>h-</c> a turn, <c>i-</c> what waits to be read.</summary>
internal sealed class InstanceRows(LargeValue values)
{
    public const string StateKey = "state";

    public static string InboxKey(long number) => string.Create(CultureInfo.InvariantCulture, $"i-{number:D20}");

    public static long InboxNumber(string key) => long.Parse(key.AsSpan(2), CultureInfo.InvariantCulture);

    public static string TurnKey(int generation, int turn) => string.Create(CultureInfo.InvariantCulture, $"h-{generation:D6}-{turn:D6}");

    public Task<TableEntity> TurnAsync(InstanceState state, int number, IEnumerable<HistoryEvent> turn, CancellationToken cancellation) =>
        EventsAsync(state.InstanceId, TurnKey(state.Generation, number), turn, cancellation);

    public Task<TableEntity> InboxAsync(string instanceId, string key, IEnumerable<HistoryEvent> events, CancellationToken cancellation) =>
        EventsAsync(instanceId, key, events, cancellation);

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
            ["TraceParent"] = state.Trace?.TraceParent!,
            ["TraceState"] = state.Trace?.TraceState!,
            ["EventsFrom"] = state.EventsFrom,
            ["Commit"] = state.Commit,
        };
        await values.PutTextAsync(row, "Input", state.Input, cancellation);
        await values.PutTextAsync(row, "Output", state.Output, cancellation);
        await values.PutTextAsync(row, "CustomStatus", state.CustomStatus, cancellation);
        await values.PutAsync(row, "Failure", state.Failure?.ToByteArray(), cancellation);
        return row;
    }

    public async Task<InstanceState> ReadStateAsync(TableEntity row, CancellationToken cancellation) =>
        new(
            row.PartitionKey,
            row.GetString("Name")!,
            row.GetString("Version"),
            Enum.Parse<OrchestrationStatus>(row.GetString("Status")!),
            row.GetInt32("Generation")!.Value,
            row.GetString("Execution")!,
            row.GetInt32("Turns")!.Value,
            row.GetDateTimeOffset("Created")!.Value,
            row.GetDateTimeOffset("Updated")!.Value,
            row.GetDateTimeOffset("StartAt"),
            await values.GetTextAsync(row, "Input", cancellation),
            await values.GetTextAsync(row, "Output", cancellation),
            await values.GetAsync(row, "Failure", cancellation) is { } failure ? TaskFailureDetails.Parser.ParseFrom(failure) : null,
            await values.GetTextAsync(row, "CustomStatus", cancellation),
            Parsed<ParentAction>(row.GetString("Parent")),
            Parsed<Dictionary<string, string>>(row.GetString("Tags")) ?? [],
            row.GetString("TraceParent") is { } trace
                ? new TraceContext { TraceParent = trace, TraceState = row.GetString("TraceState") }
                : null,
            row.GetString("EventsFrom")!,
            row.GetString("Commit")!
        );

    /// <summary>Sorts the rows of one partition into what counts and what has stayed behind.</summary>
    /// <param name="withTurns">False: the history is not wanted where the instance has finished.</param>
    public async Task<StoredInstance> AssembleAsync(
        InstanceState state,
        IEnumerable<TableEntity> partition,
        bool withTurns,
        CancellationToken cancellation
    )
    {
        var found = new StoredInstance(state, [], [], []);
        string first = TurnKey(state.Generation, 1),
            last = TurnKey(state.Generation, state.Turns);
        foreach (TableEntity row in partition.OrderBy(row => row.RowKey, StringComparer.Ordinal))
        {
            string key = row.RowKey;
            if (key.StartsWith("h-", StringComparison.Ordinal))
            {
                if (string.CompareOrdinal(key, first) < 0 || string.CompareOrdinal(key, last) > 0)
                {
                    found.Stale.Add(key);
                }
                else if (withTurns || !state.IsFinished)
                {
                    found.Turns.Add(await EventsAsync(row, cancellation));
                }
            }
            else if (key.StartsWith("i-", StringComparison.Ordinal))
            {
                if (state.IsFinished || string.CompareOrdinal(key, state.EventsFrom) < 0)
                {
                    found.Stale.Add(key);
                }
                else
                {
                    found.Inbox.Add((key, await EventsAsync(row, cancellation)));
                }
            }
        }

        return found;
    }

    private async Task<TableEntity> EventsAsync(
        string instanceId,
        string key,
        IEnumerable<HistoryEvent> events,
        CancellationToken cancellation
    )
    {
        var row = new TableEntity(instanceId, key);
        await values.PutAsync(row, "Events", HistoryBytes.Write(events), cancellation);
        return row;
    }

    private async Task<IReadOnlyList<HistoryEvent>> EventsAsync(TableEntity row, CancellationToken cancellation) =>
        HistoryBytes.Read((await values.GetAsync(row, "Events", cancellation))!);

    private static T? Parsed<T>(string? json)
        where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json);
}
