using ACip.Functions.Api;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Middleware before every HTTP function. It lets through those whom <see cref="RouteTable"/> names; a route that is not in the
/// table is closed to everybody.</summary>
/// <remarks>A function additionally checks what only it can know: a token, a signature, who wrote what is to be decided. The register is
/// cached, so permitted requests cost no storage call; before a refusal it is checked for changes once more.</remarks>
internal sealed class RouteAuthorizationMiddleware(
    SignedInPerson signedIn,
    ProgrammeDirectory directory,
    AccessDenials denials,
    PageFrame frame,
    TimeProvider clock
) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        string function = context.FunctionDefinition.Name;
        Route? route = RouteTable.Find(function, http.Request.Method);
        if (route is not null && route.Policy.Proof != RouteProof.SignIn)
        {
            await next(context);
            return;
        }

        Person? person = await signedIn.WhoAsync(http.Request, context.CancellationToken);
        int status = StatusCodes.Status403Forbidden;
        if (route is not null)
        {
            ProgrammeRegister register = await directory.ReadForAsync(
                known =>
                    person is null || Decide(route.Policy, known.Again(person), http.Request.RouteValues, known) == StatusCodes.Status200OK,
                context.CancellationToken
            );
            person = person is null ? null : register.Again(person);
            status = Decide(route.Policy, person, http.Request.RouteValues, register);
        }

        if (status == StatusCodes.Status200OK)
        {
            await next(context);
            return;
        }

        await denials.RecordAsync(person?.Id, function, context.CancellationToken);
        context.GetInvocationResult().Value = await RefuseAsync(http.Request, status, context.CancellationToken);
    }

    private int Decide(RoutePolicy policy, Person? person, IReadOnlyDictionary<string, object?> address, ProgrammeRegister register)
    {
        if (person is null)
        {
            return StatusCodes.Status401Unauthorized;
        }

        var about = RouteScope.Of(address, register);
        DateOnly today = clock.UtcToday();
        return RouteDecision.May(policy, person, about, today) ? StatusCodes.Status200OK
            : policy.Hides && !RouteDecision.MayRead(person, about, today) ? StatusCodes.Status404NotFound
            : StatusCodes.Status403Forbidden;
    }

    private async Task<IResult> RefuseAsync(HttpRequest request, int status, CancellationToken cancellation)
    {
        if (!request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return PageFrame.Refuse(await frame.OpenAsync(request, cancellation), status);
        }

        (string rule, string why) = status switch
        {
            StatusCodes.Status401Unauthorized => ("not-signed-in", "Sign in first."),
            StatusCodes.Status404NotFound => ("not-found", "There is no such thing, or it is not yours."),
            _ => ("role-missing", "Your roles do not allow this."),
        };
        return ApiProblem.Of(status, rule, why);
    }
}
