using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>Routes of every kind, and what a function can answer.</summary>
public static class Routes
{
    [Function("Greet")]
    public static IResult Greet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "greet/{name}/{times:int?}")] HttpRequest request,
        string name,
        int? times
    ) => Results.Text(string.Concat(Enumerable.Repeat($"{request.Method} {name};", times ?? 1)));

    [Function("ById")]
    public static IResult ById(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:guid}")] HttpRequest request,
        Guid id,
        FunctionContext context,
        CancellationToken cancellation
    ) =>
        Results.Json(
            new
            {
                id,
                function = context.FunctionDefinition.Name,
                cancellation.CanBeCanceled,
                path = request.Path.Value,
                query = request.QueryString.Value,
            }
        );

    [Function("Files")]
    public static IResult Files(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request,
        string? path
    ) => Results.Text($"{request.Method} [{path}]");

    [Function("Home")]
    public static IResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
        Results.Text("home of " + request.Host.Host);

    [Function("Action")]
    public static IActionResult Action([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "action")] HttpRequest request) =>
        new ObjectResult(new { request.Method }) { StatusCode = 418 };

    [Function("Writes")]
    public static async Task Writes([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "writes")] HttpRequest request) =>
        await request.HttpContext.Response.WriteAsync("written");

    [Function("Unnamed")]
    public static IResult Unnamed([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text(request.Method);

    [Function("NoContent")]
    public static IResult NoContent([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nothing")] HttpRequest request)
    {
        request.HttpContext.Response.Headers["X-Said"] = "nothing";
        return Results.NoContent();
    }

    [Function("Who")]
    public static IResult Who([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "who")] HttpRequest request) =>
        Results.Json(
            request
                .Headers.Where(header =>
                    header.Key.StartsWith("X-MS-", StringComparison.OrdinalIgnoreCase)
                    || header.Key.StartsWith("X-Local", StringComparison.OrdinalIgnoreCase)
                )
                .Where(header => !header.Key.Equals("x-ms-invocation-id", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key.ToUpperInvariant(), header => header.Value.ToString())
        );

    /// <summary>What caused the run, as the worker tells it, and what goes on from it.</summary>
    [Function("Traces")]
    public static IResult Traces(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "traces")] HttpRequest request,
        FunctionContext context
    ) =>
        Results.Json(
            new
            {
                cause = context.TraceContext.TraceParent,
                state = context.TraceContext.TraceState,
                own = Activity.Current?.TraceId.ToString(),
            }
        );

    [Function("Guarded")]
    public static IResult Guarded([HttpTrigger(AuthorizationLevel.Function, Route = "guarded")] HttpRequest request) =>
        Results.Text(request.Method);

    [Function("Other")]
    public static IResult Other([HttpTrigger(AuthorizationLevel.Function, Route = "other")] HttpRequest request) =>
        Results.Text(request.Method);

    [Function("Masters")]
    public static IResult Masters([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "masters")] HttpRequest request) =>
        Results.Text(request.Method);
}
