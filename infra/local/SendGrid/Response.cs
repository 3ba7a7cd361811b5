using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SendGrid;

/// <summary>What the service answered.</summary>
public class Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
{
    public HttpStatusCode StatusCode { get; set; } = statusCode;

    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;

    public HttpContent Body { get; set; } = responseBody;

    public HttpResponseHeaders Headers { get; set; } = responseHeaders;

    public virtual async Task<Dictionary<string, object>> DeserializeResponseBodyAsync(HttpContent content = null)
    {
        content ??= Body;
        string text = content is null ? "" : await content.ReadAsStringAsync().ConfigureAwait(false);
        return text.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, object>>(text);
    }

    public virtual Dictionary<string, string> DeserializeResponseHeaders(HttpResponseHeaders headers = null) =>
        (headers ?? Headers)?.ToDictionary(header => header.Key, header => header.Value.First()) ?? [];
}
