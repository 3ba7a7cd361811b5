using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Lists;

/// <summary>GET /api/lists/{list}: the content of the page /lists/{list} for programs, searched, filtered and sorted in the same
/// way.</summary>
public sealed class ListEndpoint(FilteredLists lists)
{
    [Function("GetList")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/lists/{list}")] HttpRequest request,
        string list,
        CancellationToken cancellation
    ) => await lists.AnswerAsync(request, list, cancellation) ?? JsonAnswer.NotFound("list");
}
