using System.Globalization;
using ACip.Functions.Api;
using ACip.Functions.Authorization.Routes;
using ACip.Functions.Pages.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ACip.Functions.Authorization.Limits;

/// <summary>Answers 429 to callers who send too many requests, by person and by address. Never to the mail service, because a 4xx there
/// loses mail; nor to operators, whose key the host has checked: an export or import is a request for each file.</summary>
internal sealed class RateLimitMiddleware(RateLimits quota, SignedInPerson signedIn) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (
            context.GetHttpContext() is not { } http
            || !Counts(RouteTable.Find(context.FunctionDefinition.Name, http.Request.Method)?.Policy)
            || quota.Count((await signedIn.WhoAsync(http.Request, context.CancellationToken))?.Id.Value, AddressOf(http)) is not { } wait
        )
        {
            await next(context);
            return;
        }

        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.GetInvocationResult().Value = Refuse(http.Request);
    }

    /// <param name="policy">Null: the route is not known, and opens to nobody.</param>
    internal static bool Counts(RoutePolicy? policy) =>
        policy?.Proof is not (RouteProof.MailService or RouteProof.FunctionKey or RouteProof.MasterKey);

    /// <summary>The front end appends the address that it sees. Anything before it can be forged.</summary>
    internal static string? AddressOf(HttpContext http)
    {
        string seen = http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        int port = seen.LastIndexOf(':');
        return seen.Length == 0 ? http.Connection.RemoteIpAddress?.ToString()
            : port > 0 && seen.IndexOf(':', StringComparison.Ordinal) == port ? seen[..port]
            : seen;
    }

    private static IResult Refuse(HttpRequest request)
    {
        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return ApiProblem.Of(
                StatusCodes.Status429TooManyRequests,
                "too-many-requests",
                "These are too many requests for a minute. Wait as long as Retry-After says."
            );
        }

        return PageFrame.Refuse(request, StatusCodes.Status429TooManyRequests);
    }
}
