using ACip.Workflows.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ACip.Functions.Hosting;

/// <summary>Counts invocations that fail through our own fault. It is the outermost middleware: what the others have answered or excused,
/// such as a reader who left, is not a failure.</summary>
internal sealed class FailureCountMiddleware(ProgrammeMetrics metrics) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (!(EarlyEnding.IsOfACancellation(error) && context.CancellationToken.IsCancellationRequested))
        {
            metrics.Failed(context.FunctionDefinition.Name);
            throw;
        }
    }
}
