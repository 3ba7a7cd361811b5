using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Frame;

/// <summary>GET /script/{name}: the one script of all pages. Its name holds its hash, so a browser keeps it for ever.</summary>
public sealed class ScriptFile
{
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Script.Source);

    public static string Address { get; } = $"/script/{Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12]}.js";

    [Function(nameof(ScriptFile))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "script/{name}")] HttpRequest request, string name)
    {
        if (request.Path != Address)
        {
            return Results.NotFound();
        }

        request.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Bytes, "text/javascript; charset=utf-8");
    }
}
