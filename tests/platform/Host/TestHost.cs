using System.Net;
using FunctionsSimulator;
using Microsoft.Extensions.DependencyInjection;
using SampleApp;

namespace ACip.Tests.Platform.Host;

/// <summary>The platform with the sample application on it, on a port of its own.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private TestHost(FunctionsPlatform platform)
    {
        Platform = platform;
        Http = platform.CreateClient();
    }

    public FunctionsPlatform Platform { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => Platform.Services;

    public Journal Journal => Services.GetRequiredService<Journal>();

    /// <param name="settings">Such as "Clock:Start=2026-01-01" (of section Local), or "/Test:Schedule=…" (of the application).</param>
    public static Task<TestHost> StartAsync(params string[] settings) => StartAsync(options => options, settings);

    public static async Task<TestHost> StartAsync(Func<PlatformOptions, PlatformOptions> also, params string[] settings) =>
        new(await FunctionsPlatform.StartAsync(App.Build, also(Options(settings))));

    public static PlatformOptions Options(params string[] settings)
    {
        string[] usual =
        [
            "Port=0",
            "Azurite=Off",
            "Quiet=true",
            "Clock:Start=2026-01-01T00:00:00Z",
            "Clock:StandsStill=true",
            "/Test:Schedule=0 0 12 * * *",
        ];
        return PlatformOptions.Read([
            .. usual.Concat(settings).Select(setting => setting[0] == '/' ? $"--{setting[1..]}" : $"--Local:{setting}"),
        ]);
    }

    public async Task<(HttpStatusCode Status, string Body)> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<(HttpStatusCode Status, string Body)> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Platform.DisposeAsync();
    }
}
