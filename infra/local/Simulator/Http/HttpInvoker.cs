using System.Diagnostics;
using System.Net;
using ACip.Local.Clock;
using FunctionsSimulator.Durable;
using FunctionsSimulator.Protocol;
using FunctionsSimulator.Protocol.Messages;
using FunctionsSimulator.Workers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace FunctionsSimulator.Http;

/// <summary>
/// Answers one request by a function: forwards it to the worker's own server, and sends the invocation that belongs to it beside it; or
/// sends all of it inside the invocation, where the worker has no server.
/// </summary>
internal sealed partial class HttpInvoker(
    WorkerPool workers,
    WorkerPath path,
    IHttpForwarder forwarder,
    DurableClientBinding clients,
    FunctionKeys keys,
    Busy busy,
    ILogger<HttpInvoker> log
) : IDisposable
{
    private static readonly ForwarderRequestConfig Config = new()
    {
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        ActivityTimeout = TimeSpan.FromDays(1), // a function may be silent for as long as it likes
    };

    private readonly HttpMessageInvoker http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
        }
    );

    public async Task AnswerAsync(HttpContext context, FunctionEntry function, AccessLevel level)
    {
        if (!keys.Open(level, function.Name, context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using IDisposable underWay = busy.Begin();
        using Activity running = FunctionActivity.Start(
            function.Name,
            context.Request.Headers.TraceParent,
            context.Request.Headers.TraceState
        );
        try
        {
            StatusResult outcome = await RunAsync(context, await workers.ReadyAsync(context.RequestAborted), function.Name);
            if (outcome.Status != StatusResult.Types.Status.Success)
            {
                Failed(function.Name, FailureText.Of(outcome));
                Fail(context);
            }
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or WorkerGoneException)
        {
            CallerLeft(function.Name);
        }
        catch (Exception e) when (e is WorkerGoneException or ForwardingException)
        {
            Failed(function.Name, e.Message);
            Fail(context);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>What was sent so far must not pass for a whole answer; where nothing was, the genuine host's empty 500.</summary>
    private static void Fail(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
        }
        else
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private async Task<StatusResult> RunAsync(HttpContext context, WorkerLink link, string name)
    {
        FunctionEntry function = link.Functions[name];
        RpcHttp message = link.HttpUri is null ? await HttpMessages.ReadAsync(context.Request) : new RpcHttp();
        var invocation = new Invocation(function, [new(function.Parameter, new TypedData { Http = message }), .. clients.Inputs(function)])
        {
            TriggerMetadata = [.. Values(context.Request.RouteValues)],
        };
        Task<InvocationResponse> answer = link.InvokeAsync(invocation);
        await using CancellationTokenRegistration leaving = context.RequestAborted.Register(() => link.Cancel(invocation.Id));
        return link.HttpUri is { } server ? await ForwardAsync(context, server, invocation, answer) : await WriteAsync(context, answer);
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(RouteValueDictionary route) =>
        route.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Key, value.Value!.ToString()!));

    private static async Task<StatusResult> WriteAsync(HttpContext context, Task<InvocationResponse> answer)
    {
        InvocationResponse given = await answer;
        if (given.Result.Status == StatusResult.Types.Status.Success)
        {
            await HttpMessages.WriteAsync(context, given);
        }

        return given.Result;
    }

    private async Task<StatusResult> ForwardAsync(
        HttpContext context,
        string server,
        Invocation invocation,
        Task<InvocationResponse> answer
    )
    {
        var held = new HeldResponse(invocation.Id, answer, path);
        ForwarderError error = await forwarder.SendAsync(context, server, http, Config, held);
        StatusResult outcome = (await answer).Result; // also where the caller has left: the run is work under way until it ends
        return
            error != ForwarderError.None
            && !context.RequestAborted.IsCancellationRequested
            && outcome.Status == StatusResult.Types.Status.Success
            ? throw new ForwardingException(error, context.Features.Get<IForwarderErrorFeature>()?.Exception)
            : outcome;
    }

    [LoggerMessage(1, LogLevel.Debug, "{Function}: the caller left before the answer.")]
    private partial void CallerLeft(string function);

    [LoggerMessage(2, LogLevel.Error, "{Function} failed: {Why}")]
    private partial void Failed(string function, string why);

    private sealed class ForwardingException(ForwarderError error, Exception? inner)
        : Exception($"The request could not be forwarded whole ({error}): {inner?.Message}", inner);
}
