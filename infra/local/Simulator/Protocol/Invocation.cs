using System.Diagnostics;
using FunctionsSimulator.Protocol.Messages;

namespace FunctionsSimulator.Protocol;

/// <summary>One run of one function, as it goes to the worker.</summary>
/// <param name="Function">What runs.</param>
/// <param name="Inputs">By the name of the parameter: the trigger's own value, and those of clients and other inputs.</param>
internal sealed record Invocation(FunctionEntry Function, IReadOnlyList<KeyValuePair<string, TypedData>> Inputs)
{
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>What an HTTP trigger's route says, by name.</summary>
    public IEnumerable<KeyValuePair<string, string>> TriggerMetadata { get; init; } = [];

    /// <summary>W3C traceparent of what caused the run; the current activity's where none is given.</summary>
    public string? TraceParent { get; init; } = Activity.Current?.Id;

    public string? TraceState { get; init; } = Activity.Current?.TraceStateString;

    public InvocationRequest ToRequest()
    {
        var request = new InvocationRequest
        {
            InvocationId = Id,
            FunctionId = Function.Id,
            TraceContext = new RpcTraceContext { TraceParent = TraceParent ?? "", TraceState = TraceState ?? "" },
        };
        request.InputData.AddRange(Inputs.Select(input => new ParameterBinding { Name = input.Key, Data = input.Value }));
        foreach ((string name, string value) in TriggerMetadata)
        {
            request.TriggerMetadata[name] = new TypedData { String = value };
        }

        return request;
    }
}
