using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>A file of ours that pages ask for. Its name holds its hash, so a browser keeps it for ever.</summary>
internal sealed class KeptFile(string folder, string ending, string mediaType, string text)
{
    private readonly byte[] bytes = Encoding.UTF8.GetBytes(text);

    public string Address { get; } = $"/{folder}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}.{ending}";

    public IResult Answer(HttpRequest request)
    {
        if (request.Path != Address)
        {
            return Results.NotFound();
        }

        request.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(bytes, mediaType + "; charset=utf-8");
    }
}
