using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ACip.Functions.Hosting;

/// <summary>No function that may use storage runs before its tables and containers are there.</summary>
/// <remarks>Orchestrators use none. One that had to wait, or failed here, would fail for good.</remarks>
internal sealed class StorageReadyMiddleware(StorageSetUp storage) : IFunctionsWorkerMiddleware
{
    private const string Orchestrators = "orchestrationTrigger";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.FunctionDefinition.InputBindings.Values.All(binding => binding.Type != Orchestrators))
        {
            await storage.ReadyAsync().WaitAsync(context.CancellationToken);
        }

        await next(context);
    }
}
