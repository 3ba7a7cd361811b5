using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Frame;

/// <summary>GET /script/{name}: the one script of all pages.</summary>
public sealed class ScriptFile
{
    private static readonly KeptFile File = new("script", "js", "text/javascript", Script.Source);

    public static string Address => File.Address;

    [Function(nameof(ScriptFile))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "script/{name}")] HttpRequest request, string name) =>
        File.Answer(request);
}
