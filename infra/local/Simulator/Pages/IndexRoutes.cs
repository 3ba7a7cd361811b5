using FunctionsSimulator.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FunctionsSimulator.Pages;

/// <summary><c>/local</c>: what there is on this platform.</summary>
internal sealed class IndexRoutes(PlatformOptions options, HostJson hostJson, WorkerPool workers)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/local", Show);

    private IResult Show() =>
        Html.Page(
            "Local platform",
            """
            <p>For development and tests, on this machine only.</p>
            <ul><li><a href="/">The application</a></li>
            """
                + string.Concat(
                    options
                        .Extensions.SelectMany(extension => extension.Links)
                        .Select(link => Html.Of($"<li><a href=\"{link.Path}\">{link.Text}</a></li>"))
                )
                + """
                <li><a href="/local/clock">Clock</a>: move time forward</li><li><a href="/.auth/login/local">Sign-in</a>: choose who to be</li></ul>
                <table><caption>Functions</caption><thead><tr><th scope="col">Name</th><th scope="col">Set off by</th><th scope="col">Where or when</th></tr></thead><tbody>
                """
                + string.Concat(
                    workers.Functions.Values.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => Row(HostedFunction.Of(f, hostJson)))
                )
                + "</tbody></table>"
        );

    private static string Row(HostedFunction function)
    {
        string unserved = function.Unserved.Count > 0 ? $" (not served here: {string.Join(", ", function.Unserved)})" : "";
        return Html.Of($"<tr><th scope=\"row\">{function.Name}</th><td>{function.Trigger}</td><td>{function.Where}{unserved}</td></tr>");
    }
}
