using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages;

/// <summary>After a POST, a page that can be loaded again without posting again.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
