using System.Reflection;
using ACip.Local.Durable;
using ACip.Local.Host.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Local.Host.Durable;

/// <summary>An orchestrator function: takes its context, and may take its input as a further parameter.</summary>
/// <remarks>Nothing here may leave the orchestrator's thread: no ConfigureAwait(false), no waiting of its own.</remarks>
internal static class OrchestratorBinding
{
    private static readonly MethodInfo GetInput = typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput), 1, [])!;

    public static void Add(DurableFunctions functions, FunctionEntry function, DurableHost durable, IServiceProvider services)
    {
        if (function.Trigger is not OrchestrationTriggerAttribute trigger)
        {
            return;
        }

        var invoker = new FunctionInvoker(function, parameter => Own(function, parameter));
        functions.Orchestrators.Add(trigger.Orchestration ?? function.Name, async context =>
        {
            await using var run = new FunctionRun(function, durable, services, CancellationToken.None) { Cause = context };
            return await invoker.InvokeAsync(run);
        });
    }

    private static Argument? Own(FunctionEntry function, ParameterInfo parameter)
    {
        if (function.IsSubject(parameter))
        {
            return parameter.ParameterType == typeof(TaskOrchestrationContext)
                ? run => run.Cause
                : throw new LocalPlatformException($"{function.Name}: [OrchestrationTrigger] belongs on a TaskOrchestrationContext.");
        }

        if (parameter.IsDefined(typeof(DurableClientAttribute)))
        {
            throw new LocalPlatformException($"{function.Name}: an orchestrator must not use a client; start others from an activity.");
        }

        if (parameter.ParameterType == typeof(FunctionContext) || parameter.ParameterType == typeof(CancellationToken))
        {
            return null;
        }

        MethodInfo read = GetInput.MakeGenericMethod(parameter.ParameterType);
        return run => read.Invoke(run.Cause, BindingFlags.DoNotWrapExceptions, null, null, null);
    }
}
