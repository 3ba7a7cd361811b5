using FunctionsSimulator.Protocol;
using FunctionsSimulator.Protocol.Messages;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace FunctionsSimulator.Http;

/// <summary>
/// Holds the worker's headers back until the first byte of its body, or the invocation's answer, whichever comes first: a worker whose
/// function threw answers 200 with nothing, and only the invocation says what is true.
/// </summary>
/// <remarks>The body is read meanwhile: an invocation is not answered as long as nobody reads a body that is longer than the
/// buffers.</remarks>
internal sealed class HeldResponse(string invocation, Task<InvocationResponse> answer, WorkerPath path) : HttpTransformer
{
    private const string InvocationHeader = "x-ms-invocation-id";

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext,
        HttpRequestMessage proxyRequest,
        string destinationPrefix,
        CancellationToken cancellationToken
    )
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        proxyRequest.RequestUri = RequestUtilities.MakeDestinationAddress(
            destinationPrefix,
            path.Of(httpContext.Request),
            httpContext.Request.QueryString
        );
        proxyRequest.Headers.Remove(InvocationHeader);
        proxyRequest.Headers.Add(InvocationHeader, invocation);
        proxyRequest.Headers.Remove("traceparent"); // the client's handler puts in that of the run
        proxyRequest.Headers.Remove("tracestate");
    }

    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext,
        HttpResponseMessage? proxyResponse,
        CancellationToken cancellationToken
    )
    {
        if (proxyResponse is null)
        {
            return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        }

        Stream body = await proxyResponse.Content.ReadAsStreamAsync(cancellationToken);
        byte[] buffer = new byte[16 << 10];
        Task<int> beginning = body.ReadAsync(buffer, cancellationToken).AsTask();
        if (await Task.WhenAny(beginning, answer) == answer || await beginning == 0)
        {
            if (!await SucceededAsync())
            {
                return false; // the forwarding code answers the failure
            }
        }

        await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        proxyResponse.Content = new StreamContent(new BegunStream(beginning, buffer, body));
        return true;
    }

    private async Task<bool> SucceededAsync()
    {
        try
        {
            return (await answer).Result.Status == StatusResult.Types.Status.Success;
        }
        catch (WorkerGoneException)
        {
            return false;
        }
    }
}
