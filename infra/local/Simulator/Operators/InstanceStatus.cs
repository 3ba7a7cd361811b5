using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask.Client;

namespace FunctionsSimulator.Operators;

/// <summary>An instance as the durable management routes tell it.</summary>
internal static class InstanceStatus
{
    public static JsonObject Of(OrchestrationMetadata instance, bool showInput) =>
        new()
        {
            ["name"] = instance.Name,
            ["instanceId"] = instance.InstanceId,
            ["runtimeStatus"] = instance.RuntimeStatus.ToString(),
            ["input"] = showInput ? Value(instance.SerializedInput) : null,
            ["customStatus"] = Value(instance.SerializedCustomStatus),
            ["output"] = Value(instance.SerializedOutput),
            ["createdTime"] = Time(instance.CreatedAt),
            ["lastUpdatedTime"] = Time(instance.LastUpdatedAt),
        };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + "Z";

    /// <summary>What is stored is JSON, but for the reason of a failure or termination, which may be bare text.</summary>
    private static JsonNode? Value(string? stored)
    {
        if (stored is null)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(stored);
        }
        catch (JsonException)
        {
            return JsonValue.Create(stored);
        }
    }
}
