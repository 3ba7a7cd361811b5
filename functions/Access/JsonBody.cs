using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Access;

/// <summary>The body of a request as a record.</summary>
internal static class JsonBody
{
    /// <returns>Null where the body is not JSON, or not of this shape.</returns>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellation, JsonSerializerOptions? options = null)
        where T : class
    {
        try
        {
            return await request.ReadFromJsonAsync<T>(options, cancellation);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or BadHttpRequestException)
        {
            return null;
        }
    }
}
