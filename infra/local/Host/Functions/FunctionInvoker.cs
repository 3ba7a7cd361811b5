using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Local.Host.Functions;

/// <summary>Calls a function's method, on an instance made for this run, and waits for what it returns.</summary>
internal sealed class FunctionInvoker
{
    /// <summary>An activity for each run, named as the function: measurements see by it for whom a call is made.</summary>
    public static readonly ActivitySource Runs = new("ACip.Local.Functions");

    private readonly FunctionEntry function;
    private readonly Argument[] arguments;
    private readonly ObjectFactory? create;
    private readonly PropertyInfo? result;

    /// <param name="own">What the trigger's kind supplies; null for a parameter that is none of its.</param>
    /// <exception cref="LocalPlatformException">A parameter that nothing supplies.</exception>
    public FunctionInvoker(FunctionEntry function, Func<ParameterInfo, Argument?> own)
    {
        this.function = function;
        arguments = [.. function.Method.GetParameters().Select(p => own(p) ?? Arguments.Usual(p) ?? throw Arguments.Unknown(function, p))];
        create = function.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(function.Type, []);
        Type given = ResultOf(function.Method);
        result = given != typeof(void) && given != function.Method.ReturnType ? typeof(Task<>).MakeGenericType(given).GetProperty(nameof(Task<int>.Result)) : null;
    }

    public FunctionEntry Function => function;

    /// <summary>What the method gives in the end, once waited for; <c>void</c> for nothing.</summary>
    public static Type ResultOf(MethodInfo method)
    {
        Type returns = method.ReturnType;
        return returns.IsGenericType && (returns.GetGenericTypeDefinition() == typeof(Task<>) || returns.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? returns.GetGenericArguments()[0]
            : returns == typeof(Task) || returns == typeof(ValueTask) ? typeof(void) : returns;
    }

    public async Task<object?> InvokeAsync(FunctionRun run)
    {
        using Activity? running = Runs.StartActivity(function.Name);
        object? instance = create?.Invoke(run.InstanceServices, null);
        try
        {
            object?[] values = Array.ConvertAll(arguments, argument => argument(run));
            object? returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, values, null);
            switch (returned)
            {
                case Task task:
                    await task;
                    return result?.GetValue(task);
                case ValueTask task:
                    await task;
                    return null;
                case not null when result is not null:
                    var waited = (Task)function.Method.ReturnType.GetMethod(nameof(ValueTask<int>.AsTask))!.Invoke(returned, null)!;
                    await waited;
                    return result.GetValue(waited);
                default:
                    return returned;
            }
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private static async ValueTask DisposeAsync(object? instance)
    {
        if (instance is IAsyncDisposable later)
        {
            await later.DisposeAsync();
        }
        else
        {
            (instance as IDisposable)?.Dispose();
        }
    }
}
