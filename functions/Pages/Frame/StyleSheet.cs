using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Frame;

/// <summary>GET /style/{name}: the one style sheet of all pages.</summary>
public sealed class StyleSheet
{
    private static readonly KeptFile File = new("style", "css", "text/css", Style.Sheet);

    public static string Address => File.Address;

    [Function(nameof(StyleSheet))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "style/{name}")] HttpRequest request, string name) =>
        File.Answer(request);
}
