using FunctionsSimulator.Protocol.Messages;
using Grpc.Core;

namespace FunctionsSimulator.Protocol;

/// <summary>The service that workers connect to: one stream for each, known by the id that it was started with.</summary>
internal sealed class WorkerStream(WorkerLinks links) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context
    )
    {
        if (
            !await requestStream.MoveNext()
            || requestStream.Current.ContentCase != StreamingMessage.ContentOneofCase.StartStream
            || links.Expected(requestStream.Current.StartStream.WorkerId) is not { } link
        )
        {
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, link.Closing);
        Task writing = WriteAsync(link, responseStream, ending.Token);
        link.Open();
        try
        {
            while (await requestStream.MoveNext(ending.Token))
            {
                link.Received(requestStream.Current);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // ended by us, or by the death of the worker: both are told below
        }

        link.Lost();
        await writing;
    }

    private static async Task WriteAsync(WorkerLink link, IServerStreamWriter<StreamingMessage> responseStream, CancellationToken ending)
    {
        try
        {
            await foreach (StreamingMessage message in link.Outgoing.ReadAllAsync(ending))
            {
                await responseStream.WriteAsync(message, ending);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or InvalidOperationException)
        {
            // the reading side tells whoever waits
        }
    }
}
