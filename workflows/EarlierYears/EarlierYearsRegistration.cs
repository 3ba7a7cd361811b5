using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.EarlierYears;

/// <summary>Registers accepted figures from before the programme.</summary>
internal static class EarlierYearsRegistration
{
    public static IServiceCollection AddEarlierYears(this IServiceCollection services) =>
        services
            .AddSingleton<EarlierYearsService>()
            .AddSingleton<HistoricFiles>()
            .AddSingleton<IBlobClaims>(all => all.GetRequiredService<HistoricFiles>())
            .Keeps(PlaceKind.Container, HistoricFiles.ContainerName, "Files that figures of earlier years came from, under their SHA-256.");
}
