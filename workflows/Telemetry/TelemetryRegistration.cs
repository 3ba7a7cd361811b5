using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Telemetry;

/// <summary>Registers metrics and traces. The application decides where they are sent.</summary>
internal static class TelemetryRegistration
{
    public static IServiceCollection AddMeasurements(this IServiceCollection services) =>
        services.AddMetrics().AddSingleton<ProgrammeMetrics>();
}
