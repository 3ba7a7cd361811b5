using FunctionsSimulator.Hosting;
using FunctionsSimulator.Http;
using FunctionsSimulator.Protocol;
using FunctionsSimulator.Timers;
using FunctionsSimulator.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FunctionsSimulator.Operators;

/// <summary><c>/admin/…</c>, for whoever has the master key: which functions there are, how the host does, and firing a timer
/// function.</summary>
internal sealed class AdminRoutes(
    FunctionKeys keys,
    HostJson hostJson,
    TimerFunctions timers,
    WorkerPool workers,
    PlatformAddresses addresses
)
{
    private readonly long began = TimeProvider.System.GetTimestamp();

    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder admin = routes.MapGroup("/admin");
        admin.AddEndpointFilter(
            async (context, next) =>
                keys.Open(AccessLevel.Admin, null, context.HttpContext.Request)
                    ? await next(context)
                    : Results.StatusCode(StatusCodes.Status401Unauthorized)
        );
        admin.MapGet(
            "/functions",
            () => workers.Functions.Values.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Select(Describe)
        );
        admin.MapGet(
            "/functions/{name}",
            (string name) =>
                workers.Functions.TryGetValue(name, out FunctionEntry? function) ? Results.Ok(Describe(function)) : Results.NotFound()
        );
        admin.MapPost("/functions/{name}", Fire);
        admin.MapGet(
            "/host/status",
            () =>
                new
                {
                    id = "local",
                    state = "Running",
                    version = "0.0.0-local",
                    processUptime = (long)TimeProvider.System.GetElapsedTime(began).TotalMilliseconds,
                }
        );
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

    private object Describe(FunctionEntry function) =>
        new
        {
            name = function.Name,
            href = $"{addresses.Public}/admin/functions/{function.Name}",
            invoke_url_template = function.Kind == TriggerKind.Http
                ? $"{addresses.Public}/{FunctionRoute.Of(function, hostJson.RoutePrefix).Pattern.RawText}"
                : null,
            language = function.Metadata.Language,
            isDisabled = false,
            config = new
            {
                entryPoint = function.Metadata.EntryPoint,
                scriptFile = function.Metadata.ScriptFile,
                bindings = function.Bindings,
            },
        };
}
