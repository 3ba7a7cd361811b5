using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Sample;

/// <summary>Registers the fictional programme.</summary>
internal static class SampleRegistration
{
    public static IServiceCollection AddSample(this IServiceCollection services) => services.AddSingleton<SampleProgramme>();
}
