using ACip.Functions.Authorization.Routes;
using ACip.Functions.Pages.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api;

/// <summary>Answers whatever no other function does: 404, or 405 if the address exists but not the method. Within /api a problem document,
/// elsewhere a page.</summary>
/// <remarks>The host prefers routes with more literal segments, and its own addresses to all functions; a test compares both
/// hosts.</remarks>
public sealed class UnknownAddressEndpoint(PageFrame frame)
{
    [Function(nameof(UnknownAddressEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "delete", "patch", Route = "{*path}")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        string[] methods = RouteTable.MethodsOf(request.Path.Value ?? "/");
        int status = methods.Length == 0 ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed;
        if (methods.Length > 0)
        {
            request.HttpContext.Response.Headers.Allow = string.Join(", ", methods);
        }

        return !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                ? PageFrame.Refuse(await frame.OpenAsync(request, cancellation), status)
            : methods.Length == 0 ? ApiProblem.Of(status, "no-such-address", "No operation has this address.")
            : ApiProblem.Of(status, "method-not-allowed", $"This address takes {string.Join(", ", methods)}.");
    }
}
