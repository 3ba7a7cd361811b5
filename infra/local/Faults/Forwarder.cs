using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace ACip.Local.Faults;

/// <summary>Passes a request on as it came, byte for byte where the signature covers it, and its answer back.</summary>
internal sealed class Forwarder : IDisposable
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Host", "Keep-Alive", "Transfer-Encoding", "Expect" };

    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null });

    public async Task<HttpResponseMessage> SendAsync(HttpContext from, Uri target)
    {
        string raw = from.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(new HttpMethod(from.Request.Method), new Uri(target.GetLeftPart(UriPartial.Authority) + raw, AsItIs));
        using var body = new MemoryStream();
        await from.Request.Body.CopyToAsync(body, from.RequestAborted);
        body.Position = 0;
        if (body.Length > 0 || from.Request.ContentLength is not null)
        {
            request.Content = new StreamContent(body);
        }

        foreach ((string name, StringValues values) in from.Request.Headers)
        {
            if (!OfTheConnection.Contains(name) && !request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        // a call that storage has begun it ends, whether or not the caller still listens
        HttpResponseMessage answer = await http.SendAsync(request, CancellationToken.None);
        await answer.Content.LoadIntoBufferAsync();
        return answer;
    }

    public static async Task AnswerAsync(HttpContext to, HttpResponseMessage answer)
    {
        to.Response.StatusCode = (int)answer.StatusCode;
        foreach ((string name, IEnumerable<string> values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!OfTheConnection.Contains(name))
            {
                to.Response.Headers[name] = values.ToArray();
            }
        }

        if (to.Request.Method != HttpMethods.Head && to.Response.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
        {
            await answer.Content.CopyToAsync(to.Response.Body, to.RequestAborted);
        }
    }

    public void Dispose() => http.Dispose();
}
