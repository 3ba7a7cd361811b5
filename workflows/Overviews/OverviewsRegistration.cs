using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Overviews;

/// <summary>Registers the regular overviews: open tasks, submitted reports, the status of plans.</summary>
internal static class OverviewsRegistration
{
    public static IServiceCollection AddOverviews(this IServiceCollection services) =>
        services
            .AddSingleton<OverviewQuery>()
            .AddSingleton<IAuditedStreams, MultilateralStreams>()
            .AddSingleton<ITaskPlaces, MultilateralTaskPlaces>();
}
