using ACip.Local.Host.Functions;
using ACip.Local.Host.Http;
using ACip.Local.Host.Operators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Local.Host.Pages;

/// <summary><c>/local</c>: what there is on this platform.</summary>
internal sealed class IndexRoutes(HostJson hostJson)
{
    public void Map(IEndpointRouteBuilder routes, FunctionCatalogue catalogue) => routes.MapGet("/local", () => Show(catalogue));

    private IResult Show(FunctionCatalogue catalogue) => Html.Page(
        "Local platform",
        """
        <p>For development and tests, on this machine only.</p>
        <ul><li><a href="/">The application</a></li><li><a href="/local/mail">Inbox</a>: mail that the application sent; answer it here</li>
        <li><a href="/local/clock">Clock</a>: move time forward</li><li><a href="/.auth/login/local">Sign-in</a>: choose who to be</li></ul>
        <table><caption>Functions</caption><thead><tr><th scope="col">Name</th><th scope="col">Set off by</th><th scope="col">Where or when</th></tr></thead><tbody>
        """
        + string.Concat(catalogue.Functions.Select(f => Html.Of($"<tr><th scope=\"row\">{f.Name}</th><td>{Bindings.TypeName(f.Trigger)}</td><td>{Where(f)}</td></tr>")))
        + "</tbody></table>");

    private string Where(FunctionEntry function) => function.Trigger switch
    {
        HttpTriggerAttribute => HttpFunctions.Route(function, hostJson) is var route ? $"{string.Join(' ', route.Methods)} /{route.Pattern.RawText}" : "",
        TimerTriggerAttribute timer => timer.Schedule,
        _ => "",
    };
}
