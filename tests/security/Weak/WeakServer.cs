using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ACip.Tests.Security.Weak;

/// <summary>Stands before a sound house and takes one defence away: an attack that does not notice is worth nothing.</summary>
internal sealed class WeakServer : IAsyncDisposable
{
    private static readonly string[] OfTheConnection = ["Host", "Content-Length", "Transfer-Encoding", "Connection", "Expect"];

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Uri sound;
    private readonly Weakness weakness;
    private WebApplication? front;

    private WeakServer(Uri sound, Weakness weakness) => (this.sound, this.weakness) = (sound, weakness);

    public Uri Site => new(front!.Urls.Single());

    public static async Task<WeakServer> StartAsync(Uri sound, Weakness weakness)
    {
        var house = new WeakServer(sound, weakness);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<KestrelServerOptions>(server => server.Limits.MaxRequestBodySize = null);
        house.front = builder.Build();
        house.front.Run(house.ServeAsync);
        await house.front.StartAsync();
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        await front!.DisposeAsync();
        http.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        string path = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var exchange = new Exchange(
            context.Request.Method,
            path,
            context
                .Request.Headers.Where(header => !OfTheConnection.Contains(header.Key))
                .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray()
        );
        await weakness(exchange, () => AskAsync(exchange));
        context.Response.StatusCode = (int)exchange.Status;
        foreach ((string name, string[] values) in exchange.AnswerHeaders.Where(header => !OfTheConnection.Contains(header.Key)))
        {
            context.Response.Headers[name] = values;
        }

        if (exchange.Method != "HEAD" && context.Response.StatusCode is not (204 or 304))
        {
            await context.Response.Body.WriteAsync(exchange.Answer);
        }
    }

    private async Task AskAsync(Exchange exchange)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(exchange.Method),
            new Uri(
                sound.GetLeftPart(UriPartial.Authority) + exchange.Path,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            )
        );
        request.Content = new ByteArrayContent(exchange.Body);
        foreach ((string name, string value) in exchange.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using HttpResponseMessage answer = await http.SendAsync(request);
        exchange.Status = answer.StatusCode;
        exchange.Answer = await answer.Content.ReadAsByteArrayAsync();
        foreach (var header in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            exchange.AnswerHeaders[header.Key] = [.. header.Value];
        }
    }
}
