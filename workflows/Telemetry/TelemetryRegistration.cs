using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Telemetry;

/// <summary>What is measured. Where it goes is the application's affair.</summary>
internal static class TelemetryRegistration
{
    public static IServiceCollection AddMeasurements(this IServiceCollection services) =>
        services.AddMetrics().AddSingleton<ProgrammeMetrics>();
}
