using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Obligations;

/// <summary>Registers the obligations of agreements.</summary>
internal static class ObligationsRegistration
{
    public static IServiceCollection AddObligations(this IServiceCollection services) =>
        services
            .AddSingleton<ObligationService>()
            .AddSingleton<ObligationFiles>()
            .AddSingleton<IBlobClaims>(all => all.GetRequiredService<ObligationFiles>())
            .AddSingleton<IExpectedWork>(all => all.GetRequiredService<ObligationService>())
            .AddSingleton<IAuditedStreams>(all => all.GetRequiredService<ObligationService>())
            .AddSingleton<ITaskPlaces>(all => all.GetRequiredService<ObligationService>())
            .AddSingleton<ITaskKind, ObligationTask>()
            .Keeps(
                PlaceKind.Container,
                ObligationFiles.ContainerName,
                "What was sent to donors as their agreements want it, each file under its SHA-256."
            );
}
