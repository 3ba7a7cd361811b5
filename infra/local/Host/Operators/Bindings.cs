using System.Reflection;
using ACip.Local.Host.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ACip.Local.Host.Operators;

/// <summary>Bindings as function.json writes them.</summary>
internal static class Bindings
{
    /// <returns>Null for a parameter that is bound by its type or name alone.</returns>
    public static Dictionary<string, object?>? Describe(ParameterInfo parameter, FunctionRoute? route)
    {
        BindingAttribute? binding = parameter.GetCustomAttributes().OfType<BindingAttribute>().FirstOrDefault();
        if (binding is null)
        {
            return null;
        }

        var described = new Dictionary<string, object?> { ["name"] = parameter.Name, ["type"] = TypeName(binding), ["direction"] = "in" };
        switch (binding)
        {
            case HttpTriggerAttribute http:
                described["authLevel"] = http.AuthLevel.ToString().ToLowerInvariant();
                described["route"] = http.Route;
                described["methods"] = route!.Methods.Select(m => m.ToLowerInvariant());
                break;
            case TimerTriggerAttribute timer:
                described["schedule"] = timer.Schedule;
                described["useMonitor"] = timer.UseMonitor;
                described["runOnStartup"] = timer.RunOnStartup;
                break;
            default:
                break;
        }

        return described;
    }

    /// <summary>httpTrigger, timerTrigger, durableClient …</summary>
    public static string TypeName(BindingAttribute binding)
    {
        string name = binding.GetType().Name[..^nameof(Attribute).Length];
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
