using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Frame;

/// <summary>Every address that is none of ours: a page that says so and leads home, in the reader's language; a problem for
/// programs.</summary>
public sealed class NoSuchAddress(PageFrame frame)
{
    [Function(nameof(NoSuchAddress))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", Route = "{*address}")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? Results.Problem(
                "There is no such address, or it does not take this method. /api/openapi.json lists all of them.",
                statusCode: StatusCodes.Status404NotFound,
                type: "/problems/not-found"
            )
            : PageFrame.Refuse(await frame.OpenAsync(request, cancellation), StatusCodes.Status404NotFound);
}
