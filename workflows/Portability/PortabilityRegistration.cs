using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Portability;

/// <summary>Registers export and import of the whole programme.</summary>
internal static class PortabilityRegistration
{
    public static IServiceCollection AddPortability(this IServiceCollection services) =>
        services
            .AddSingleton<ProgrammeExport>()
            .AddSingleton<ProgrammeImport>()
            .AddSingleton<EmptyPlatform>()
            .AddSingleton<RowImport>()
            .AddSingleton<BlobImport>();
}
