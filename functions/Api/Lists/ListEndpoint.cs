using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Lists;

/// <summary>GET /api/lists/{list}: what /lists/{list} shows, for programs: found, filtered and ordered alike.</summary>
public sealed class ListEndpoint(FilteredLists lists)
{
    [Function("GetList")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/lists/{list}")] HttpRequest request,
        string list,
        CancellationToken cancellation
    ) => await lists.AnswerAsync(request, list, cancellation) ?? JsonAnswer.NotFound("list");
}
