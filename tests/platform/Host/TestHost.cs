using System.Net;
using ACip.Local.Host;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ACip.Tests.Platform.Host;

/// <summary>The local platform with the test functions on it, on a port of its own.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly IHost host;

    private TestHost(IHost host, Journal journal)
    {
        this.host = host;
        Journal = journal;
        Platform = LocalPlatform.Of(host);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Platform.BaseUrl) };
    }

    public LocalPlatform Platform { get; }

    public Journal Journal { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => host.Services;

    /// <param name="settings">Such as "Clock:Start=2026-01-01" (of section Local), or "/Test:Schedule=…" (of the root).</param>
    public static async Task<TestHost> StartAsync(params string[] settings)
    {
        IHost built = Build(new Journal(), settings, out Journal journal);
        await built.StartAsync();
        return new TestHost(built, journal);
    }

    public static IHost Build(Journal journal, string[] settings, out Journal used)
    {
        used = journal;
        string[] usual = ["Port=0", "Azurite=Off", "Quiet=true", "FunctionsAssemblies:0=ACip.Tests.Platform", "Clock:Start=2026-01-01T00:00:00Z", "Clock:StandsStill=true", "/Test:Schedule=0 0 12 * * *"];
        string[] args = [.. usual.Concat(settings).Select(s => s[0] == '/' ? $"--{s[1..]}" : $"--Local:{s}")];
        LocalHostBuilder builder = LocalHostBuilder.Create(args, typeof(TestHost).Assembly);
        builder.Application.Properties[LocalHostBuilder.WebApplicationAskedFor] = true;
        builder.Application.Services.AddSingleton(journal);
        builder.Application.Services.Configure<KestrelServerOptions>(o => o.Limits.MaxRequestBodySize = 64L << 20);
        return builder.Build();
    }

    public async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<(HttpStatusCode Status, string Body)> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
