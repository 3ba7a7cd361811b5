using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ACip.Local.Cli.Telemetry;

/// <summary>Takes whatever an application exports by OTLP over HTTP, and keeps it as it came.</summary>
internal sealed class TelemetryCollector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> taken = new();

    private TelemetryCollector(WebApplication app) => this.app = app;

    /// <summary>By these an application sends everything here, soon after it happened.</summary>
    public IReadOnlyList<string> Settings =>
        [
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={app.Urls.First()}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
            "--OTEL_BSP_SCHEDULE_DELAY=100",
            "--OTEL_BLRP_SCHEDULE_DELAY=100",
            "--OTEL_METRIC_EXPORT_INTERVAL=500",
        ];

    /// <summary>Bodies by signal: traces, metrics, logs.</summary>
    public IReadOnlyList<byte[]> Of(string signal) =>
        [.. taken.Where(one => one.Path.EndsWith("/" + signal, StringComparison.Ordinal)).Select(one => one.Body)];

    public IReadOnlyList<byte[]> All => [.. taken.Select(one => one.Body)];

    public IReadOnlyList<(string Source, CollectedSpan Span)> Spans =>
        [
            .. from body in Of("traces")
            from resource in CollectedTraces.Parser.ParseFrom(body).Resources
            from scope in resource.Scopes
            from span in scope.Spans
            select (scope.Source.Name, span),
        ];

    public static async Task<TelemetryCollector> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new TelemetryCollector(builder.Build());
        collector.app.MapPost("/v1/{signal}", collector.TakeAsync);
        await collector.app.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext call)
    {
        using var body = new MemoryStream();
        await call.Request.Body.CopyToAsync(body);
        taken.Enqueue((call.Request.Path, body.ToArray()));
        call.Response.ContentType = "application/x-protobuf";
    }
}
