using System.Text.Json;
using FunctionsSimulator.Protocol;
using FunctionsSimulator.Protocol.Messages;

namespace FunctionsSimulator.Durable;

/// <summary>What a durableClient binding holds: a JSON string that names the address where the engine answers the SDK's client.</summary>
/// <param name="rpcAddress">Of the gRPC server.</param>
/// <param name="managementAddress">Of the operators' routes.</param>
internal sealed class DurableClientBinding(string rpcAddress, string managementAddress, string hubName, string systemKey)
{
    private readonly string json = JsonSerializer.Serialize(
        new
        {
            rpcBaseUrl = rpcAddress,
            taskHubName = hubName,
            connectionName = "Storage",
            requiredQueryStringParameters = $"code={systemKey}",
            httpBaseUrl = managementAddress,
            maxGrpcMessageSizeInBytes = int.MaxValue,
            grpcHttpClientTimeout = "\"00:01:40\"",
        }
    );

    /// <summary>An input for each parameter of the function that holds a client.</summary>
    public IEnumerable<KeyValuePair<string, TypedData>> Inputs(FunctionEntry function) =>
        function.DurableClients.Select(parameter => KeyValuePair.Create(parameter, new TypedData { String = json }));
}
