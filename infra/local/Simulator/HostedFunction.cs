using FunctionsSimulator.Http;
using FunctionsSimulator.Protocol;

namespace FunctionsSimulator;

/// <summary>One function of the application.</summary>
/// <param name="Trigger">As bindings name it: httpTrigger, timerTrigger …</param>
/// <param name="Where">Methods and path, or the schedule; empty for others.</param>
/// <param name="Unserved">
/// Kinds of its bindings that this host has nothing for: a trigger that never fires, an input that stays empty, an output that goes
/// nowhere.
/// </param>
public sealed record HostedFunction(string Name, string Trigger, string Where, IReadOnlyList<string> Unserved)
{
    internal static HostedFunction Of(FunctionEntry function, HostJson hostJson) =>
        new(function.Name, function.TriggerType, WhereOf(function, hostJson), function.Unserved);

    private static string WhereOf(FunctionEntry function, HostJson hostJson) =>
        function.Kind switch
        {
            TriggerKind.Http => WhereOf(FunctionRoute.Of(function, hostJson.RoutePrefix)),
            TriggerKind.Timer => function.Text("schedule") ?? "",
            _ => "",
        };

    private static string WhereOf(FunctionRoute route) => $"{string.Join(' ', route.Methods)} /{route.Pattern.RawText}".TrimStart();
}
