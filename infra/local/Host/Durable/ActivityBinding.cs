using System.Reflection;
using ACip.Local.Durable;
using ACip.Local.Host.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Local.Host.Durable;

/// <summary>An activity function: its input from the orchestrator, and <c>string instanceId</c> if it asks.</summary>
internal static class ActivityBinding
{
    public static void Add(DurableFunctions functions, FunctionEntry function, DurableHost durable, IServiceProvider services, DataConverter converter)
    {
        if (function.Trigger is not ActivityTriggerAttribute trigger)
        {
            return;
        }

        var invoker = new FunctionInvoker(function, parameter => Own(function, parameter, converter));
        functions.Activities.Add(trigger.Activity ?? function.Name, async (input, instanceId, cancellation) =>
        {
            await using var run = new FunctionRun(function, durable, services, cancellation) { Cause = new Call(input, instanceId) };
            return await invoker.InvokeAsync(run);
        });
    }

    private static Argument? Own(FunctionEntry function, ParameterInfo parameter, DataConverter converter)
    {
        if (function.IsSubject(parameter))
        {
            Type type = parameter.ParameterType;
            object? absent = type.IsValueType ? Activator.CreateInstance(type) : null;
            return run => ((Call)run.Cause!).Input is { } input ? converter.Deserialize(input, type) : absent;
        }

        return parameter.ParameterType == typeof(string) && parameter.Name == "instanceId" ? run => ((Call)run.Cause!).InstanceId : null;
    }

    private sealed record Call(string? Input, string InstanceId);
}
