using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ACip.Tests.Platform.Tables;

/// <summary>A transport that answers by itself: 204, or what <paramref name="answer"/> says.</summary>
internal sealed class Wire(Func<HttpRequestMessage, HttpResponseMessage?> answer) : HttpClientTransport(new HttpClient(new Handler(answer)))
{
    public List<(Uri Uri, string? Authorization)> Requests { get; } = [];

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Requests.Add((message.Request.Uri.ToUri(), message.Request.Headers.TryGetValue("Authorization", out string? value) ? value : null));
        return base.ProcessAsync(message);
    }

    private sealed class Handler(Func<HttpRequestMessage, HttpResponseMessage?> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request) ?? new HttpResponseMessage(HttpStatusCode.NoContent));
    }
}
