using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ACip.Functions.Api.Idempotency;

/// <summary>A stored response: status, body, and the headers that describe it.</summary>
internal sealed record KeptAnswer(int Status, string? ContentType, IReadOnlyDictionary<string, string> Headers, byte[] Body) : IResult
{
    public const string ReplayedHeader = "Idempotency-Replayed";

    private static readonly string[] Kept = ["ETag", "Location", "Content-Disposition", "Content-Language", "Cache-Control", "Retry-After"];

    /// <summary>True if it has been returned before.</summary>
    public bool Replayed { get; init; }

    /// <summary>Captures a function's response before any of it is sent.</summary>
    public static async Task<KeptAnswer> OfAsync(IResult result, HttpContext http)
    {
        Stream client = http.Response.Body;
        using var body = new MemoryStream();
        http.Response.Body = body;
        try
        {
            await result.ExecuteAsync(http);
            await http.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            http.Response.Body = client;
        }

        return new KeptAnswer(
            http.Response.StatusCode,
            http.Response.ContentType,
            Kept.Where(http.Response.Headers.ContainsKey).ToDictionary(name => name, name => http.Response.Headers[name].ToString()),
            body.ToArray()
        );
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        foreach ((string name, string value) in Headers)
        {
            response.Headers[name] = new StringValues(value);
        }

        if (Replayed)
        {
            response.Headers[ReplayedHeader] = "true";
        }

        if (Body.Length > 0)
        {
            response.ContentLength = Body.Length;
            await response.Body.WriteAsync(Body, httpContext.RequestAborted);
        }
    }
}
