using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace ACip.Local.Host.Http;

/// <summary>Writes what an HTTP function returned.</summary>
internal static class FunctionAnswer
{
    public static Task WriteAsync(HttpContext context, object? returned) => returned switch
    {
        IResult result => result.ExecuteAsync(context),
        IActionResult result => result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor())),
        // the function wrote, or there is nothing to write
        null => Task.CompletedTask,
        string text => Results.Text(text, "text/plain", Encoding.UTF8).ExecuteAsync(context),
        _ => Results.Json(returned).ExecuteAsync(context),
    };
}
