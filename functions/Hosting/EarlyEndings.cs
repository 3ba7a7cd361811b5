using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace ACip.Functions.Hosting;

/// <summary>The one place where an HTTP function's exceptions pass: what is no failure does not reach the host as one.</summary>
/// <remarks>Twice around a function: within the middleware that writes its result, so that there is a result to write; and around that one, for a client that leaves while it is written.</remarks>
internal sealed class EarlyEndings : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (context.GetHttpContext() is { } http && EarlyEnding.Of(error, http, context.CancellationToken) is { } answer)
        {
            context.GetInvocationResult().Value = http.Response.HasStarted ? null : answer;
        }
    }
}
