using System.Reflection;
using ACip.Local.Host.Functions;
using ACip.Local.Host.Http;
using ACip.Local.Host.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Local.Host.Operators;

/// <summary><c>/admin/…</c>, for whoever has the master key: which functions there are, how the host does, and firing a timer function.</summary>
internal sealed class AdminRoutes(FunctionKeys keys, HostJson hostJson, TimerFunctions timers, LocalPlatform platform)
{
    private readonly long began = TimeProvider.System.GetTimestamp();

    public void Map(IEndpointRouteBuilder routes, FunctionCatalogue catalogue)
    {
        RouteGroupBuilder admin = routes.MapGroup("/admin");
        admin.AddEndpointFilter(async (context, next) =>
            keys.Open(AuthorizationLevel.Admin, null, context.HttpContext.Request) ? await next(context) : Results.StatusCode(StatusCodes.Status401Unauthorized));
        admin.MapGet("/functions", () => catalogue.Functions.Select(Describe));
        admin.MapGet("/functions/{name}", (string name) => Find(name) is { } function ? Results.Ok(Describe(function)) : Results.NotFound());
        admin.MapPost("/functions/{name}", Fire);
        admin.MapGet("/host/status", () => new
        {
            id = "local",
            state = "Running",
            version = "0.0.0-local",
            processUptime = (long)TimeProvider.System.GetElapsedTime(began).TotalMilliseconds,
        });

        FunctionEntry? Find(string name) => catalogue.Functions.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>202 at once; the run goes on by itself. Of functions that are no timers this host fires none.</summary>
    private IResult Fire(string name)
    {
        if (timers.Find(name) is not { } timer)
        {
            return Results.NotFound();
        }

        _ = timer.FireAsync();
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private object Describe(FunctionEntry function)
    {
        FunctionRoute? route = function.Trigger is HttpTriggerAttribute ? HttpFunctions.Route(function, hostJson) : null;
        return new
        {
            name = function.Name,
            href = $"{platform.BaseUrl}/admin/functions/{function.Name}",
            invoke_url_template = route is null ? null : $"{platform.BaseUrl}/{route.Pattern.RawText}",
            language = "dotnet-isolated",
            isDisabled = false,
            config = new
            {
                entryPoint = function.Definition.EntryPoint,
                scriptFile = Path.GetFileName(function.Definition.PathToAssembly),
                bindings = function.Method.GetParameters().Select(p => Bindings.Describe(p, route)).Where(b => b is not null),
            },
        };
    }
}
