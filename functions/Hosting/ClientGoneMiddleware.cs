using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ACip.Functions.Hosting;

/// <summary>Handles a client that leaves before its request has arrived or while it is answered; nothing failed. It wraps the middleware
/// that writes a function's result.</summary>
/// <remarks>By the time an exception gets here, the HttpContext may already serve another request, so it is not touched.</remarks>
internal sealed class ClientGoneMiddleware : IFunctionsWorkerMiddleware
{
    private const string HttpTrigger = "httpTrigger";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (EarlyEnding.IsOfACancellation(error) && IsHttp(context) && WasCutOff(context))
        {
            context.GetInvocationResult().Value = null;
        }
    }

    private static bool WasCutOff(FunctionContext context) =>
        context.CancellationToken.IsCancellationRequested
        || (
            context.Items.TryGetValue(EarlyEndingMiddleware.Left, out object? left)
            && left is CancellationToken { IsCancellationRequested: true }
        );

    private static bool IsHttp(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding =>
            string.Equals(binding.Type, HttpTrigger, StringComparison.OrdinalIgnoreCase)
        );
}
