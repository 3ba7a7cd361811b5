using System.Reflection;
using ACip.Local.Clock;
using ACip.Local.Host.Durable;
using ACip.Local.Host.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ACip.Local.Host.Http;

/// <summary>Puts the application's HTTP functions on the server.</summary>
internal sealed partial class HttpFunctions(HostJson hostJson, FunctionKeys keys, DurableHost durable, Busy busy, ILogger<HttpFunctions> log)
{
    /// <exception cref="LocalPlatformException">A route cannot be read, or two functions share one.</exception>
    public void Map(IEndpointRouteBuilder routes, FunctionCatalogue catalogue)
    {
        var mapped = new List<(FunctionEntry Function, FunctionRoute Route)>();
        foreach (FunctionEntry function in catalogue.Functions)
        {
            if (function.Trigger is not HttpTriggerAttribute trigger)
            {
                continue;
            }

            if (trigger.AuthLevel == AuthorizationLevel.User)
            {
                throw new LocalPlatformException($"{function.Name}: authorization level User exists in name only; no host honours it.");
            }

            FunctionRoute route = Route(function, hostJson);
            if (mapped.Find(other => other.Route.Meets(route)) is { Function: { } rival })
            {
                throw new LocalPlatformException($"{function.Name} and {rival.Name} answer the same requests: {route.Pattern.RawText}");
            }

            mapped.Add((function, route));
            var invoker = new FunctionInvoker(function, parameter => Own(function, route, parameter));
            routes.Map(route.Pattern, context => AnswerAsync(context, invoker, trigger.AuthLevel))
                .WithDisplayName(function.Name)
                .WithMetadata(route);
        }
    }

    public static FunctionRoute Route(FunctionEntry function, HostJson hostJson)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        return FunctionRoute.Of(function.Name, trigger.Route, trigger.Methods, hostJson.RoutePrefix);
    }

    private static Argument? Own(FunctionEntry function, FunctionRoute route, ParameterInfo parameter) =>
        parameter.ParameterType == typeof(HttpRequest) ? run => ((HttpContext)run.Cause!).Request
        : parameter.ParameterType == typeof(HttpContext) ? run => run.Cause
        : function.IsSubject(parameter) ? throw new LocalPlatformException($"{function.Name}: [HttpTrigger] belongs on an HttpRequest.")
        : RouteArgument.Of(route, parameter);

    private async Task AnswerAsync(HttpContext context, FunctionInvoker invoker, AuthorizationLevel level)
    {
        FunctionEntry function = invoker.Function;
        if (!keys.Open(level, function.Name, context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using IDisposable underWay = busy.Begin();
        try
        {
            await using var run = new FunctionRun(function, durable, context.RequestServices, context.RequestAborted) { Cause = context };
            run.Items[LocalHostBuilder.HttpContextItem] = context;
            object? returned = await invoker.InvokeAsync(run);
            await FunctionAnswer.WriteAsync(context, returned);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            CallerLeft(function.Name);
        }
#pragma warning disable CA1031 // whatever a function throws is its caller's 500, never the platform's end
        catch (Exception e)
#pragma warning restore CA1031
        {
            Failed(function.Name, e);
            if (context.Response.HasStarted)
            {
                context.Abort(); // what was sent so far must not pass for a whole answer
                return;
            }

            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "{Function}: the caller left before the answer.")]
    private partial void CallerLeft(string function);

    [LoggerMessage(2, LogLevel.Error, "{Function} failed.")]
    private partial void Failed(string function, Exception e);
}
