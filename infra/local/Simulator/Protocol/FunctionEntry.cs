using System.Text.Json;
using FunctionsSimulator.Protocol.Messages;

namespace FunctionsSimulator.Protocol;

/// <summary>What starts a function.</summary>
public enum TriggerKind
{
    /// <summary>One that this host does not know; the function is listed and never run.</summary>
    Other,
    Http,
    Timer,
    Orchestration,
    Activity,
}

/// <summary>One function as its worker announces it: what the raw bindings say, and nothing found by reflection.</summary>
internal sealed class FunctionEntry
{
    private static readonly HashSet<string> Served = new(StringComparer.OrdinalIgnoreCase)
    {
        "httpTrigger",
        "http",
        "timerTrigger",
        "orchestrationTrigger",
        "activityTrigger",
        "durableClient",
    };

    private readonly JsonElement trigger;

    /// <exception cref="WorkerFailedException">A binding is no JSON object with a name and a type.</exception>
    public FunctionEntry(RpcFunctionMetadata metadata)
    {
        Metadata = metadata;
        try
        {
            Bindings = [.. metadata.RawBindings.Select(raw => JsonSerializer.Deserialize<JsonElement>(raw))];
            foreach (JsonElement binding in Bindings)
            {
                string name = binding.GetProperty("name").GetString()!,
                    type = binding.GetProperty("type").GetString()!;
                if (type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))
                {
                    (Parameter, TriggerType, trigger) = (name, type, binding);
                }
                else if (string.Equals(type, "durableClient", StringComparison.OrdinalIgnoreCase))
                {
                    DurableClients.Add(name);
                }
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new WorkerFailedException($"{metadata.Name}: its bindings cannot be read: {unreadable.Message}", unreadable);
        }
    }

    public RpcFunctionMetadata Metadata { get; }

    public string Id => Metadata.FunctionId;

    public string Name => Metadata.Name;

    public IReadOnlyList<JsonElement> Bindings { get; }

    /// <summary>The parameter that the trigger fills.</summary>
    public string Parameter { get; } = "";

    public string TriggerType { get; } = "";

    public TriggerKind Kind =>
        TriggerType.ToUpperInvariant() switch
        {
            "HTTPTRIGGER" => TriggerKind.Http,
            "TIMERTRIGGER" => TriggerKind.Timer,
            "ORCHESTRATIONTRIGGER" => TriggerKind.Orchestration,
            "ACTIVITYTRIGGER" => TriggerKind.Activity,
            _ => TriggerKind.Other,
        };

    /// <summary>Kinds of bindings that this host has nothing for: a trigger that never fires, an input that stays empty, an output that
    /// goes nowhere.</summary>
    public IReadOnlyList<string> Unserved =>
        [.. Bindings.Select(binding => binding.GetProperty("type").GetString()!).Where(type => !Served.Contains(type)).Distinct()];

    /// <summary>The parameters that hold a durable client.</summary>
    public IList<string> DurableClients { get; } = [];

    /// <returns>Null where the trigger says nothing of it.</returns>
    public string? Text(string property) =>
        trigger.ValueKind == JsonValueKind.Object && trigger.TryGetProperty(property, out JsonElement value) ? value.ToString() : null;

    /// <param name="otherwise">Where the trigger says nothing of it.</param>
    public bool Flag(string property, bool otherwise) =>
        trigger.ValueKind == JsonValueKind.Object && trigger.TryGetProperty(property, out JsonElement value)
            ? value.ValueKind == JsonValueKind.True
            : otherwise;

    public IReadOnlyList<string> Texts(string property) =>
        trigger.ValueKind == JsonValueKind.Object
        && trigger.TryGetProperty(property, out JsonElement value)
        && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(one => one.ToString())]
            : [];
}
