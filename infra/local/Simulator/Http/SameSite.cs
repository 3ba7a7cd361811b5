using Microsoft.AspNetCore.Http;

namespace FunctionsSimulator.Http;

/// <summary>The platform's own pages take nothing from another site's: a page somewhere must not move this clock or answer this
/// mail.</summary>
internal static class SameSite
{
    private static readonly PathString[] Own = ["/local", "/.auth", "/admin", "/runtime"];

    public static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        HttpRequest request = context.Request;
        string origin = request.Headers.Origin.ToString();
        if (
            origin.Length == 0
            || HttpMethods.IsGet(request.Method)
            || HttpMethods.IsHead(request.Method)
            || !Own.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out Uri? from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
