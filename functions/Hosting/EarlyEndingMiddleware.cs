using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ACip.Functions.Hosting;

/// <summary>The one place through which exceptions of HTTP functions pass: what is not a failure does not reach the host as one. It runs
/// inside the middleware that writes a function's result, so that there is a result to write.</summary>
internal sealed class EarlyEndingMiddleware : IFunctionsWorkerMiddleware
{
    /// <summary>The key of the token that is cancelled when the client leaves.</summary>
    public const string Left = "acip.client-left";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            context.Items[Left] = http.RequestAborted;
        }

        try
        {
            await next(context);
        }
        catch (Exception error)
            when (context.GetHttpContext() is { } asked && EarlyEnding.Of(error, asked, context.CancellationToken) is { } answer)
        {
            context.GetInvocationResult().Value = asked.Response.HasStarted ? null : answer;
        }
    }
}
