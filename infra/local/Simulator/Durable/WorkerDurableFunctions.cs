using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FunctionsSimulator.Durable.History;
using FunctionsSimulator.Protocol;
using FunctionsSimulator.Protocol.Messages;
using Google.Protobuf;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable;

/// <summary>Runs orchestrators and activities as invocations of the worker's functions.</summary>
/// <param name="worker">The worker at hand; waits while one is being started.</param>
internal sealed class WorkerDurableFunctions(IWorkerSource worker, DurableClientBinding clients) : IDurableWorker
{
    private static readonly JsonParser Lenient = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    public bool HasOrchestrator(string name) => worker.Function(name) is { Kind: TriggerKind.Orchestration };

    public bool HasActivity(string name) => worker.Function(name) is { Kind: TriggerKind.Activity };

    public async Task<OrchestratorResponse> RunTurnAsync(
        string orchestrator,
        OrchestratorRequest request,
        TraceContext? trace,
        CancellationToken cancellation
    )
    {
        WorkerLink link = await worker.ReadyForAsync(request.InstanceId, cancellation);
        InvocationResponse answer = await InvokeAsync(link, orchestrator, Convert.ToBase64String(request.ToByteArray()), trace);
        if (answer.Result.Status != StatusResult.Types.Status.Success)
        {
            throw new TurnFailedException(answer.Result.Exception?.Message ?? "The orchestrator gave no reason.");
        }

        try
        {
            return OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(answer.ReturnValue?.String ?? ""));
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidProtocolBufferException)
        {
            throw new TurnFailedException("The worker's answer to a turn cannot be read: " + unreadable.Message);
        }
    }

    public async Task<ActivityAnswer> RunActivityAsync(
        string instanceId,
        TaskScheduledEvent activity,
        TraceContext? trace,
        CancellationToken cancellation
    )
    {
        WorkerLink link = await worker.ReadyAsync(cancellation);
        InvocationResponse answer = await InvokeAsync(link, activity.Name, Unwrapped(activity.Input), trace, ("instanceId", instanceId));
        return answer.Result.Status == StatusResult.Types.Status.Success
            ? new ActivityAnswer(Json(answer.ReturnValue), null)
            : new ActivityAnswer(null, Details(answer.Result.Exception));
    }

    /// <summary>The SDK sends an activity's input as an array of one; the host hands the one over.</summary>
    private static string Unwrapped(string? input)
    {
        if (input is null)
        {
            return "null";
        }

        using JsonDocument json = JsonDocument.Parse(input);
        return json.RootElement is { ValueKind: JsonValueKind.Array } all && all.GetArrayLength() == 1 ? all[0].GetRawText() : input;
    }

    /// <summary>A string comes back bare and is made JSON by the host; other values are JSON already.</summary>
    private static string? Json(TypedData? value) =>
        value?.DataCase switch
        {
            null or TypedData.DataOneofCase.None => null,
            TypedData.DataOneofCase.Json => value.Json,
            TypedData.DataOneofCase.String => JsonSerializer.Serialize(value.String),
            TypedData.DataOneofCase.Int => value.Int.ToString(CultureInfo.InvariantCulture),
            TypedData.DataOneofCase.Double => JsonSerializer.Serialize(value.Double),
            _ => JsonSerializer.Serialize(value.Bytes.ToBase64()),
        };

    /// <summary>An activity's exception comes as one whose message is the JSON of the details, inner failures included.</summary>
    private static TaskFailureDetails Details(RpcException? error)
    {
        if (error?.Message is ['{', ..] text)
        {
            try
            {
                return Lenient.Parse<TaskFailureDetails>(text);
            }
            catch (Exception other) when (other is InvalidJsonException or InvalidProtocolBufferException)
            {
                // a message that merely begins like JSON
            }
        }

        TaskFailureDetails details = Failures.Of(error?.Type is { Length: > 0 } type ? type : "(unknown)", error?.Message ?? "");
        details.StackTrace = error?.StackTrace ?? "";
        return details;
    }

    private async Task<InvocationResponse> InvokeAsync(
        WorkerLink link,
        string name,
        string input,
        TraceContext? trace,
        params IReadOnlyList<(string Name, string Value)> metadata
    )
    {
        FunctionEntry function = link.Functions.GetValueOrDefault(name) ?? worker.Function(name)!;
        using Activity running = FunctionActivity.Start(name, trace?.TraceParent, trace?.TraceState);
        return await link.InvokeAsync(
            new Invocation(function, [new(function.Parameter, new TypedData { String = input }), .. clients.Inputs(function)])
            {
                TraceParent = running.Id,
                TraceState = running.TraceStateString,
                TriggerMetadata = metadata.Select(one => KeyValuePair.Create(one.Name, one.Value)),
            }
        );
    }
}
