using ACip.Functions.Pages.Frame;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>A page with a secret address, which is revealed to nobody, not even to our own other pages.</summary>
internal sealed class LinkResult(Type component, IReadOnlyDictionary<string, object?> parameters, int status) : IResult
{
    public static LinkResult Show<TPage>(LinkContext visit, int status, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var parameters = new Dictionary<string, object?> { ["Visit"] = visit };
        foreach ((string name, object? value) in more)
        {
            parameters[name] = value;
        }

        return new LinkResult(typeof(TPage), parameters, status);
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        return new PageResult(component, parameters, status).ExecuteAsync(httpContext);
    }
}
