using Grpc.Net.Client;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.Logging.Abstractions;

namespace FunctionsSimulator.Durable;

/// <summary>The SDK's own client, for whoever stands outside the application: it speaks to the engine as the application's clients
/// do.</summary>
internal sealed class DurableAccess : IAsyncDisposable
{
    private readonly GrpcChannel channel;

    public DurableAccess(string rpcAddress)
    {
        channel = GrpcChannel.ForAddress(rpcAddress, new GrpcChannelOptions { MaxReceiveMessageSize = null, MaxSendMessageSize = null });
        Client = new GrpcDurableTaskClient(
            "FunctionsPlatform",
            new GrpcDurableTaskClientOptions { Channel = channel },
            NullLogger<GrpcDurableTaskClient>.Instance
        );
    }

    public DurableTaskClient Client { get; }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        channel.Dispose();
    }
}
