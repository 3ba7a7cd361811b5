using ACip.Workflows.Configuration;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Programme;

/// <summary>Registers the register of administrations, people and donors.</summary>
internal static class ProgrammeRegistration
{
    public static IServiceCollection AddProgramme(this IServiceCollection services) =>
        services
            .AddValidated<ProgrammeOptions, ProgrammeOptionsRules>(ProgrammeOptions.Section)
            .AddSingleton<ProgrammeDirectory>()
            .AddHostedService<DirectoryWarmUp>()
            .AddSingleton<StandIns>()
            .AddSingleton<IStorageCache>(all => all.GetRequiredService<ProgrammeDirectory>());
}
