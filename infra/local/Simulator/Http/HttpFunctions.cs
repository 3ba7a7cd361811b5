using FunctionsSimulator.Protocol;
using FunctionsSimulator.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FunctionsSimulator.Http;

/// <summary>Puts the application's HTTP functions on the platform's web server.</summary>
internal sealed class HttpFunctions(HostJson hostJson, WorkerPool workers, HttpInvoker invoker)
{
    /// <exception cref="PlatformException">A route cannot be read, or two functions share one.</exception>
    public void Map(IEndpointRouteBuilder routes)
    {
        var mapped = new List<(FunctionEntry Function, FunctionRoute Route)>();
        foreach (FunctionEntry function in workers.Functions.Values.Where(one => one.Kind == TriggerKind.Http))
        {
            AccessLevel level = LevelOf(function);
            FunctionRoute route = FunctionRoute.Of(function, hostJson.RoutePrefix);
            if (mapped.Find(other => other.Route.Meets(route)) is { Function: { } rival })
            {
                throw new PlatformException($"{function.Name} and {rival.Name} answer the same requests: {route.Pattern.RawText}");
            }

            mapped.Add((function, route));
            routes
                .Map(route.Pattern, context => invoker.AnswerAsync(context, function, level))
                .WithDisplayName(function.Name)
                .WithMetadata(route);
        }
    }

    private static AccessLevel LevelOf(FunctionEntry function)
    {
        string named = function.Text("authLevel") ?? nameof(AccessLevel.Function);
        return !Enum.TryParse(named, ignoreCase: true, out AccessLevel level)
                ? throw new PlatformException($"{function.Name}: there is no authorization level '{named}'.")
            : level == AccessLevel.User
                ? throw new PlatformException($"{function.Name}: authorization level User exists in name only; no host honours it.")
            : level;
    }
}
