using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Local.Host.Functions;

/// <summary>Supplies one argument of a run.</summary>
internal delegate object? Argument(FunctionRun run);

internal static class Arguments
{
    /// <summary>What any function may ask for besides its trigger; null if the parameter is none of it.</summary>
    public static Argument? Usual(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(FunctionContext) ? run => run
        : parameter.ParameterType == typeof(CancellationToken) ? run => run.CancellationToken
        : parameter.ParameterType == typeof(DurableTaskClient) && parameter.IsDefined(typeof(DurableClientAttribute)) ? run => run.Workflows
        : null;

    public static LocalPlatformException Unknown(FunctionEntry function, ParameterInfo parameter) => new(
        parameter.ParameterType == typeof(DurableTaskClient)
            ? $"{function.Name}: parameter '{parameter.Name}' needs [DurableClient]."
            : $"{function.Name}: parameter '{parameter.ParameterType.Name} {parameter.Name}' is bound to nothing. Services come through the constructor.");
}
