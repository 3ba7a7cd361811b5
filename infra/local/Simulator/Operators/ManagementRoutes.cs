using System.Text.Json;
using System.Text.Json.Nodes;
using FunctionsSimulator.Durable;
using FunctionsSimulator.Http;
using FunctionsSimulator.Protocol;
using FunctionsSimulator.Workers;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FunctionsSimulator.Operators;

/// <summary><c>/runtime/webhooks/durabletask/…</c>: what an operator does to orchestrations, with the system key or the master
/// key.</summary>
/// <remarks>
/// Paths, statuses and bodies as in the Durable Task extension's HTTP API,
/// https://learn.microsoft.com/azure/azure-functions/durable/durable-functions-http-api, and its HttpApiHandler.
/// Not offered: entities, history, rewind, waiting for the end while starting.
/// </remarks>
internal sealed class ManagementRoutes(
    DurableAccess durable,
    WorkerPool workers,
    ManagementLinks links,
    FunctionKeys keys,
    TimeProvider clock
)
{
    private DurableTaskClient Client => durable.Client;

    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(ManagementLinks.Root);
        group.AddEndpointFilter(AuthoriseAsync);
        group.MapPost(
            "/orchestrators/{name}/{instanceId?}",
            (HttpContext context, string name, string? instanceId) =>
                workers.Function(name) is { Kind: TriggerKind.Orchestration }
                    ? StartAsync(context, name, instanceId)
                    : Task.FromResult(Refuse($"The function '{name}' doesn't exist, is disabled, or is not an orchestrator function."))
        );
        group.MapGet("/instances", (Delegate)ListAsync);
        group.MapDelete("/instances", (Delegate)PurgeManyAsync);
        group.MapGet("/instances/{instanceId}", StatusAsync);
        group.MapDelete("/instances/{instanceId}", PurgeAsync);
        group.MapPost("/instances/{instanceId}/raiseEvent/{eventName}", RaiseAsync);
        group.MapPost(
            "/instances/{instanceId}/terminate",
            (HttpContext context, string instanceId) =>
                WhileRunningAsync(context, instanceId, reason => Client.TerminateInstanceAsync(instanceId, (object?)reason))
        );
        group.MapPost(
            "/instances/{instanceId}/suspend",
            (HttpContext context, string instanceId) =>
                WhileRunningAsync(context, instanceId, reason => Client.SuspendInstanceAsync(instanceId, reason))
        );
        group.MapPost(
            "/instances/{instanceId}/resume",
            (HttpContext context, string instanceId) =>
                WhileRunningAsync(context, instanceId, reason => Client.ResumeInstanceAsync(instanceId, reason))
        );
        group.MapPost("/instances/{instanceId}/restart", RestartAsync);
    }

    private static IResult Refuse(string message, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new JsonObject { ["Message"] = message }, statusCode: status);

    private async ValueTask<object?> AuthoriseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!keys.Open(AccessLevel.System, null, context.HttpContext.Request))
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        try
        {
            return await next(context);
        }
        catch (ArgumentException e)
        {
            return Refuse("One or more of the arguments submitted is incorrect: " + e.Message);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.InvalidArgument)
        {
            return Refuse("One or more of the arguments submitted is incorrect: " + e.Status.Detail);
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException or RpcException)
        {
            return Refuse("Something went wrong while processing your request: " + e.Message, StatusCodes.Status500InternalServerError);
        }
    }

    private async Task<IResult> StartAsync(HttpContext context, string name, string? instanceId)
    {
        JsonElement? input = null;
        if (
            context.Request.ContentLength is not 0
            && (context.Request.ContentLength is not null || context.Request.Headers.TransferEncoding.Count > 0)
        )
        {
            if (await JsonAsync(context.Request) is not { } read)
            {
                return Refuse("Invalid JSON content");
            }

            input = read;
        }

        StartOrchestrationOptions? options = instanceId is null ? null : new StartOrchestrationOptions(instanceId);
        string id = await Client.ScheduleNewOrchestrationInstanceAsync(name, input, options, context.RequestAborted);
        return links.CheckStatus(context, id);
    }

    private async Task<IResult> StatusAsync(HttpContext context, string instanceId)
    {
        if (await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, context.RequestAborted) is not { } instance)
        {
            return Results.NotFound();
        }

        JsonObject body = InstanceStatus.Of(instance, context.Request.Flag("showInput", otherwise: true));
        if (!instance.IsCompleted)
        {
            context.Response.Headers.Location =
                $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}{context.Request.QueryString}";
            context.Response.Headers.RetryAfter = "5";
            return Results.Json(body, statusCode: StatusCodes.Status202Accepted);
        }

        bool tellFailure = context.Request.Flag("returnInternalServerErrorOnFailure", otherwise: false);
        return Results.Json(
            body,
            statusCode: tellFailure && instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed
                ? StatusCodes.Status500InternalServerError
                : StatusCodes.Status200OK
        );
    }

    private async Task<IResult> ListAsync(HttpContext context)
    {
        OrchestrationQuery query = context.Request.Filter();
        bool showInput = context.Request.Flag("showInput", otherwise: true);
        await foreach (
            Page<OrchestrationMetadata> page in Client
                .GetAllInstancesAsync(query)
                .AsPages(query.ContinuationToken, query.PageSize)
                .WithCancellation(context.RequestAborted)
        )
        {
            if (page.ContinuationToken is { Length: > 0 } more)
            {
                context.Response.Headers[ManagementQuery.ContinuationHeader] = more;
            }

            return Results.Json(page.Values.Select(i => InstanceStatus.Of(i, showInput)));
        }

        return Results.Json(Array.Empty<object>());
    }

    private async Task<IResult> RaiseAsync(HttpContext context, string instanceId, string eventName)
    {
        if (await ToldAsync(instanceId, context.RequestAborted) is { } told)
        {
            return told;
        }

        if (!context.Request.HasJsonContentType())
        {
            return Refuse("Only application/json request content is supported");
        }

        if (await JsonAsync(context.Request) is not { } payload)
        {
            return Refuse("Invalid JSON content");
        }

        await Client.RaiseEventAsync(instanceId, eventName, payload, context.RequestAborted);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private async Task<IResult> WhileRunningAsync(HttpContext context, string instanceId, Func<string?, Task> act)
    {
        if (await ToldAsync(instanceId, context.RequestAborted) is { } told)
        {
            return told;
        }

        await act(context.Request.Query["reason"]);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private async Task<IResult> RestartAsync(HttpContext context, string instanceId)
    {
        if (await Client.GetInstanceAsync(instanceId, context.RequestAborted) is null)
        {
            return Refuse("InstanceId does not match a valid orchestration instance.");
        }

        string id = await Client.RestartAsync(
            instanceId,
            context.Request.Flag("restartWithNewInstanceId", otherwise: true),
            context.RequestAborted
        );
        return links.CheckStatus(context, id);
    }

    private async Task<IResult> PurgeAsync(HttpContext context, string instanceId)
    {
        if (await Client.GetInstanceAsync(instanceId, context.RequestAborted) is null)
        {
            return Results.NotFound();
        }

        PurgeResult purged = await Client.PurgeInstanceAsync(instanceId, context.RequestAborted);
        return Results.Json(new { instancesDeleted = purged.PurgedInstanceCount });
    }

    private async Task<IResult> PurgeManyAsync(HttpContext context)
    {
        if (context.Request.Time("createdTimeFrom") is not { } from)
        {
            return Results.Json("Please provide value for 'createdTimeFrom' parameter.", statusCode: StatusCodes.Status400BadRequest);
        }

        var filter = new PurgeInstancesFilter(from, context.Request.Time("createdTimeTo") ?? clock.GetUtcNow(), context.Request.Statuses());
        PurgeResult purged = await Client.PurgeAllInstancesAsync(filter, context.RequestAborted);
        return purged.PurgedInstanceCount == 0 ? Results.NotFound() : Results.Json(new { instancesDeleted = purged.PurgedInstanceCount });
    }

    /// <summary>404 for an instance unknown, 410 for one that has ended, else null.</summary>
    private async Task<IResult?> ToldAsync(string instanceId, CancellationToken cancellation) =>
        await Client.GetInstanceAsync(instanceId, cancellation) switch
        {
            null => Results.NotFound(),
            { IsCompleted: true } => Results.StatusCode(StatusCodes.Status410Gone),
            _ => null,
        };

    private static async Task<JsonElement?> JsonAsync(HttpRequest request)
    {
        try
        {
            using JsonDocument json = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
