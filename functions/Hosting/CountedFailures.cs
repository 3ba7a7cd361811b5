using ACip.Workflows.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ACip.Functions.Hosting;

/// <summary>Counts invocations that fail through a fault of ours. Stands around all others: what they have answered or forgiven, such as a
/// reader who left, is no failure.</summary>
internal sealed class CountedFailures(ProgrammeMetrics metrics) : IFunctionsWorkerMiddleware
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
