using Microsoft.DurableTask;

namespace ACip.Tests.Architecture;

/// <summary>An orchestrator that does on purpose what none may. The test of the tests.</summary>
internal static class PlantedOrchestrator
{
    public static async Task<string> Run(TaskOrchestrationContext context)
    {
        await context.CallActivityAsync("Before");
        return await File.ReadAllTextAsync("somewhere");
    }
}
