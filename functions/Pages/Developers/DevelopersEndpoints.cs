using ACip.Functions.Api;
using ACip.Functions.OpenApi;
using ACip.Functions.Pages.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Developers;

/// <summary>GET /developers…: the documentation of the API: operations by capability, schemas, and the meaning of refusals. GET
/// /problems/{rule}, the type of a problem, leads to its place there.</summary>
public sealed class DevelopersEndpoints(PageFrame frame)
{
    public const string Errors = "/developers/errors";

    [Function(nameof(ShowApi))]
    public async Task<IResult> ShowApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "developers")] HttpRequest request,
        CancellationToken cancellation
    ) => PageFrame.Show<DevelopersPage>(await frame.OpenAsync(request, cancellation));

    [Function(nameof(ShowApiCapability))]
    public async Task<IResult> ShowApiCapability(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "developers/{capability}")] HttpRequest request,
        string capability,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        return capability == "errors" ? PageFrame.Show<ApiErrorsPage>(page)
            : ApiCapability.All.FirstOrDefault(one => one.Key == capability) is { } found
                ? PageFrame.Show<ApiCapabilityPage>(page, With(nameof(ApiCapabilityPage.Capability), found))
            : PageFrame.Refuse(page, StatusCodes.Status404NotFound);
    }

    [Function(nameof(ShowApiSchema))]
    public async Task<IResult> ShowApiSchema(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "developers/schemas/{schema}")] HttpRequest request,
        string schema,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        return ApiGuide.Schema(schema) is { } found
            ? PageFrame.Show<ApiSchemaPage>(page, With(nameof(ApiSchemaPage.Schema), found))
            : PageFrame.Refuse(page, StatusCodes.Status404NotFound);
    }

    [Function(nameof(ShowProblem))]
    public IResult ShowProblem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "problems/{rule}")] HttpRequest request,
        string rule
    ) => new SeeOther($"{Errors}{request.QueryString}#{ApiRules.PlaceOf(rule)}");

    private static Dictionary<string, object?> With(string name, object value) => new() { [name] = value };
}
