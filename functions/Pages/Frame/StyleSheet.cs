using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Frame;

/// <summary>GET /style/{name}: the one style sheet of all pages. Its name holds its hash, so a browser keeps it for ever.</summary>
public sealed class StyleSheet
{
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Style.Sheet);

    public static string Address { get; } = $"/style/{Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12]}.css";

    [Function(nameof(StyleSheet))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "style/{name}")] HttpRequest request, string name)
    {
        if (request.Path != Address)
        {
            return Results.NotFound();
        }

        request.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Bytes, "text/css; charset=utf-8");
    }
}
