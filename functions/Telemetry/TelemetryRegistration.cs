using ACip.Workflows.Telemetry;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace ACip.Functions.Telemetry;

/// <summary>Sends traces, metrics and logs to Application Insights if its connection string is set, and to a collector if an OTLP endpoint
/// is.</summary>
/// <remarks>ASP.NET Core and outgoing HTTP are not instrumented, because their spans carry paths, and paths contain the tokens of task
/// links. The spans of the worker (which function), the storage clients (which call) and our own (which mail) give the same
/// information.</remarks>
internal static class TelemetryRegistration
{
    private const string AzureMonitor = "APPLICATIONINSIGHTS_CONNECTION_STRING",
        Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        bool azure = configuration[AzureMonitor] is { Length: > 0 },
            collector = configuration[Collector] is { Length: > 0 };
        if (!azure && !collector)
        {
            return services;
        }

        OpenTelemetryBuilder telemetry = services.AddOpenTelemetry();
        telemetry
            .UseFunctionsWorkerDefaults()
            .WithTracing(traces =>
                traces
                    .AddSource(Tracing.SourceName, "Microsoft.DurableTask", "Azure.Data.Tables.*", "Azure.Storage.Blobs.*")
                    .AddProcessor(new DiscreetSpans())
            )
            .WithMetrics(metrics => metrics.AddMeter(ProgrammeMetrics.MeterName))
            .WithLogging(
                logs => logs.AddProcessor(new DiscreetLogs()),
                options => (options.IncludeFormattedMessage, options.IncludeScopes) = (true, false)
            );
        services.AddLogging(logging =>
            logging
                .AddFilter<OpenTelemetryLoggerProvider>(null, LogLevel.Warning)
                .AddFilter<OpenTelemetryLoggerProvider>(DiscreetLogs.Ours, LogLevel.Information)
        );
        if (collector)
        {
            telemetry.UseOtlpExporter();
        }

        if (azure)
        {
            telemetry.UseAzureMonitorExporter(options => Describe(options, configuration));
        }

        return services;
    }

    private static void Describe(AzureMonitorExporterOptions options, IConfiguration configuration)
    {
        options.ConnectionString = configuration[AzureMonitor];
        // all of it: a small programme makes few traces, and one that is missing is the one that somebody asks for
        options.SamplingRatio = 1;
        options.TracesPerSecond = null;
        // its own way out, past what makes spans and logs discreet
        options.EnableLiveMetrics = false;
        if (ClientId(configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]) is { } identity)
        {
            options.Credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identity));
        }
    }

    /// <summary>In the host's format: "ClientId=…;Authorization=AAD".</summary>
    internal static string? ClientId(string? authentication) =>
        authentication
            ?.Split(';', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .FirstOrDefault(part => part is [var name, { Length: > 0 }] && name.Equals("ClientId", StringComparison.OrdinalIgnoreCase))
            ?[1];
}
