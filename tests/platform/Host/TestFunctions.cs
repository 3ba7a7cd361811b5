using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Host;

/// <summary>The application that the host's tests run.</summary>
public sealed class TestFunctions(Journal journal, TimeProvider clock)
{
    [Function("HostGreet")]
    public static IResult Greet([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "greet/{name}/{times:int?}")] HttpRequest request, string name, int times = 1) =>
        Results.Text(string.Concat(Enumerable.Repeat($"{request.Method} {name};", times)));

    [Function("HostById")]
    public static object ById([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:guid}")] HttpRequest request, Guid id, FunctionContext context, CancellationToken cancellation) =>
        new { id, function = context.FunctionDefinition.Name, cancellation.CanBeCanceled, path = request.Path.Value };

    [Function("HostFiles")]
    public static Task<string> Files([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request, string? path) =>
        Task.FromResult($"{request.Method} [{path}]");

    [Function("HostHome")]
    public static IResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
        Results.Text("home of " + request.Host.Host);

    [Function("HostAction")]
    public static IActionResult Action([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "action")] HttpRequest request) =>
        new ObjectResult(new { request.Method }) { StatusCode = 418 };

    [Function("HostWrites")]
    public static async ValueTask Writes([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "writes")] HttpContext context) =>
        await context.Response.WriteAsync("written");

    [Function("HostGuarded")]
    public static string Guarded([HttpTrigger(AuthorizationLevel.Function, Route = "guarded")] HttpRequest request) => request.Method;

    [Function("HostOther")]
    public static string Other([HttpTrigger(AuthorizationLevel.Function, Route = "other")] HttpRequest request) => request.Method;

    [Function("HostMasters")]
    public static string Masters([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "masters")] HttpRequest request) => request.Method;

    [Function("HostFails")]
    public static string Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fails")] HttpRequest request) =>
        throw new InvalidOperationException("secret detail of " + request.Path);

    [Function("HostWho")]
    public static Dictionary<string, string> Who([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "who")] HttpRequest request) =>
        request.Headers.Where(h => h.Key.StartsWith("X-MS-", StringComparison.OrdinalIgnoreCase) || h.Key.StartsWith("X-Local", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(h => h.Key.ToUpperInvariant(), h => h.Value.ToString());

    [Function("HostUpload")]
    public static async Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "upload")] HttpRequest request, CancellationToken cancellation)
    {
        long total = 0;
        byte[] part = new byte[1 << 16];
        try
        {
            for (int read; (read = await request.Body.ReadAsync(part, cancellation)) > 0;)
            {
                total += read;
            }

            return Results.Text(total.ToString(CultureInfo.InvariantCulture));
        }
        catch (BadHttpRequestException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    [Function("HostWaits")]
    public async Task<string> Waits([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waits")] HttpRequest request)
    {
        journal.AtGate.TrySetResult();
        await journal.Gate.Task;
        return request.Method;
    }

    [Function("HostStarts")]
    public static async Task<string> Starts([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "starts/{name}")] HttpRequest request, string name, [DurableClient] DurableTaskClient workflows)
    {
        string id = await workflows.ScheduleNewOrchestrationInstanceAsync("HostSaga", name, new StartOrchestrationOptions($"host:{name}"), request.HttpContext.RequestAborted);
        OrchestrationMetadata ended = await workflows.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, request.HttpContext.RequestAborted);
        return ended.ReadOutputAs<string>()!;
    }

    [Function("HostSaga")]
    public static async Task<string> Saga([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
        await context.CallActivityAsync<string>("HostShout", new Shouting(name, 2));

    [Function("HostAwaits")]
    public static async Task<string> Awaits([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus("asking");
        return await context.WaitForExternalEvent<string>("answer");
    }

    [Function("HostShout")]
    public string Shout([ActivityTrigger] Shouting input, string instanceId)
    {
        journal.Write($"shout for {instanceId}");
        return string.Concat(Enumerable.Repeat(input.Name.ToUpperInvariant(), input.Times));
    }

    [Function("HostNightly")]
    public void Nightly([TimerTrigger("0 0 3 * * *")] TimerInfo timer) =>
        journal.Write($"nightly {clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss} past due {timer.IsPastDue} last {timer.ScheduleStatus!.Last:yyyy-MM-dd} next {timer.ScheduleStatus.Next:yyyy-MM-dd}");

    [Function("HostBySetting")]
    public async Task BySetting([TimerTrigger("%Test:Schedule%", UseMonitor = false)] TimerInfo timer)
    {
        journal.Write($"by setting {clock.GetUtcNow():HH:mm} status {timer.ScheduleStatus?.ToString() ?? "none"}");
        if (journal.Lines.Contains("hold the timers"))
        {
            journal.AtGate.TrySetResult();
            await journal.Gate.Task;
        }
    }

    [Function("HostFailingTimer")]
    public void FailingTimer([TimerTrigger("0 30 12 1 * *", UseMonitor = false)] TimerInfo timer)
    {
        journal.Write($"failing {clock.GetUtcNow():yyyy-MM-dd} {timer.IsPastDue}");
        throw new InvalidOperationException("as it should");
    }

    public sealed record Shouting(string Name, int Times);
}

/// <summary>Marked but not public: no host finds it.</summary>
internal static class HiddenFunctions
{
    [Function("HostHidden")]
    public static string Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hidden")] HttpRequest request) => request.Method;
}
