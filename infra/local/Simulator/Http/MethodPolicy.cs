using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace FunctionsSimulator.Http;

/// <summary>A function that does not take the request's method is no candidate: 404, not ASP.NET's 405, for HEAD on a GET function
/// too.</summary>
/// <remarks>https://github.com/Azure/azure-functions-host/issues/10098</remarks>
internal sealed class MethodPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(e => e.Metadata.GetMetadata<FunctionRoute>() is { Methods.Count: > 0 });

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (int i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Endpoint.Metadata.GetMetadata<FunctionRoute>()?.Answers(httpContext.Request.Method) == false)
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }
}
