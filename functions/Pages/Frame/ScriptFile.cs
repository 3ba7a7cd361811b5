using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Frame;

/// <summary>GET /script/{name}: the one script of all pages.</summary>
public sealed class ScriptFile
{
    private static readonly KeptFile File = new("script", "js", "text/javascript", Plain(Script.Source));

    public static string Address => File.Address;

    /// <summary>Without what stands before its lines, which is for those who read it here.</summary>
    private static string Plain(string source) => string.Join('\n', source.Split('\n').Select(line => line.Trim()));

    [Function(nameof(ScriptFile))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "script/{name}")] HttpRequest request, string name) =>
        File.Answer(request);
}
