using System.Text.Json;
using System.Text.Json.Nodes;
using FunctionsSimulator.Durable.History;
using FunctionsSimulator.Durable.Storage;
using Google.Protobuf;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Recording;

/// <summary>One execution of an orchestration as a file: each turn's requests and answers, and how it ended. Kept beside the tests, it
/// shows whether today's code still walks the same way.</summary>
/// <param name="Turns">Every event of every turn: what came in, and what the orchestrator asked for.</param>
/// <param name="End">Null where the execution had not ended when it was recorded.</param>
public sealed record RecordedExecution(
    string Orchestrator,
    string? Version,
    string InstanceId,
    IReadOnlyList<IReadOnlyList<HistoryEvent>> Turns,
    CompleteOrchestrationAction? End
)
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default);
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>The file's text: JSON, with events as protobuf writes them.</summary>
    public string ToJson() =>
        new JsonObject
        {
            ["orchestrator"] = Orchestrator,
            ["version"] = Version,
            ["instance"] = InstanceId,
            ["turns"] = new JsonArray([.. Turns.Select(turn => new JsonArray([.. turn.Select(Node)]))]),
            ["end"] = End is null ? null : Node(End),
        }.ToJsonString(Readable);

    /// <exception cref="JsonException">It is no such file.</exception>
    public static RecordedExecution Parse(string json)
    {
        try
        {
            JsonNode file = JsonNode.Parse(json)!;
            return new RecordedExecution(
                (string)file["orchestrator"]!,
                (string?)file["version"],
                (string)file["instance"]!,
                [
                    .. file["turns"]!
                        .AsArray()
                        .Select(turn =>
                            (IReadOnlyList<HistoryEvent>)[.. turn!.AsArray().Select(one => Parser.Parse<HistoryEvent>(one!.ToJsonString()))]
                        ),
                ],
                file["end"] is { } end ? Parser.Parse<CompleteOrchestrationAction>(end.ToJsonString()) : null
            );
        }
        catch (Exception other)
            when (other is InvalidOperationException or NullReferenceException or InvalidProtocolBufferException or InvalidJsonException)
        {
            throw new JsonException("This is no recorded execution: " + other.Message, other);
        }
    }

    /// <summary>What the worker was asked in the turn of this number, from 0: the turns before it as history.</summary>
    public OrchestratorRequest Request(int turn)
    {
        var request = new OrchestratorRequest { InstanceId = InstanceId };
        request.PastEvents.AddRange(Turns.Take(turn).SelectMany(events => events));
        request.NewEvents.AddRange(
            Turns[turn]
                .Where(one =>
                    !one.IsAction()
                    && one.EventTypeCase
                        is not (HistoryEvent.EventTypeOneofCase.ExecutionCompleted or HistoryEvent.EventTypeOneofCase.OrchestratorCompleted)
                )
        );
        if (Version is { } version)
        {
            request.Properties["defaultVersion"] = Google.Protobuf.WellKnownTypes.Value.ForString(version);
        }

        return request;
    }

    /// <returns>Null where the answer is the recorded one, inputs and times too, which the SDK does not compare; otherwise what differs
    /// first.</returns>
    public string? Difference(int turn, OrchestratorResponse answer)
    {
        DateTimeOffset at = Turns[turn][0].Timestamp.ToDateTimeOffset();
        HistoryEvent[] then = [.. Turns[turn].Where(one => one.IsAction())];
        CompleteOrchestrationAction? end = answer
            .Actions.Select(action => action.CompleteOrchestration)
            .FirstOrDefault(one => one is not null);
        if (
            end is { OrchestrationStatus: OrchestrationStatus.Failed } failed
            && (turn < Turns.Count - 1 || End?.OrchestrationStatus != OrchestrationStatus.Failed)
        )
        {
            return $"it fails now: {failed.FailureDetails.AsOutput()}";
        }

        HistoryEvent[] now = [.. answer.Actions.Select(action => HistoryEvents.OfAction(action, at)).OfType<HistoryEvent>()];
        for (int step = 0; step < Math.Max(then.Length, now.Length); step++)
        {
            string was = Said(then.ElementAtOrDefault(step)),
                would = Said(now.ElementAtOrDefault(step));
            if (was != would)
            {
                return $"step {step} was {was}, and now would be {would}";
            }
        }

        return turn == Turns.Count - 1 && !Equals(Without(end), Without(End))
            ? $"the end was {Told(End)}, and now would be {Told(end)}"
            : null;
    }

    internal static RecordedExecution Of(
        InstanceState state,
        CompleteOrchestrationAction? end,
        IReadOnlyList<IReadOnlyList<HistoryEvent>> turns
    ) => new(state.Name, state.Version, state.InstanceId, turns, end);

    private static string Said(HistoryEvent? one)
    {
        if (one is null)
        {
            return "nothing";
        }

        HistoryEvent timeless = one.Clone();
        timeless.Timestamp = null;
        return Formatter.Format(timeless);
    }

    /// <summary>Stack traces name lines of today's code.</summary>
    private static CompleteOrchestrationAction? Without(CompleteOrchestrationAction? end)
    {
        CompleteOrchestrationAction? copy = end?.Clone();
        if (copy is not null)
        {
            copy.Details = null;
            copy.FailureDetails = copy.FailureDetails is { } failure ? Failures.Of(failure.ErrorType, failure.ErrorMessage) : null;
        }

        return copy;
    }

    private static string Told(CompleteOrchestrationAction? end) => end is null ? "none" : Formatter.Format(end);

    private static JsonNode? Node(IMessage? message) => message is null ? null : JsonNode.Parse(Formatter.Format(message));
}
