using ACip.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Workflows.Surveys.Imports;

/// <summary>Imports a file of answers part by part. If interrupted, it repeats the current part under the same names.</summary>
public static class ResponseImport
{
    /// <summary>A longer file goes on as another execution: histories stay short however large it is.</summary>
    private const int PartsOfAnExecution = 200;

    [Function(nameof(ResponseImport))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ImportRef import = context.GetInput<ImportRef>()!;
        ImportProgress now = await context.CallActivityAsync<ImportProgress>(
            nameof(ImportActivities.BeginImport),
            import,
            RetryPolicies.WithStorage
        );
        for (int part = 0; now.State == ImportState.Running; part++)
        {
            context.SetCustomStatus(
                new
                {
                    now.Percent,
                    now.Rows,
                    now.BadRows,
                }
            );
            if (part == PartsOfAnExecution)
            {
                context.ContinueAsNew(import);
                return;
            }

            now = await context.CallActivityAsync<ImportProgress>(nameof(ImportActivities.TakePart), import, RetryPolicies.WithStorage);
        }

        context.SetCustomStatus(
            new
            {
                now.Percent,
                now.Rows,
                now.BadRows,
            }
        );
    }
}
