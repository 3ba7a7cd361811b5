using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Overviews;

/// <summary>What people want to know regularly: what waits, who has handed in, how their plan stands.</summary>
internal static class OverviewsRegistration
{
    public static IServiceCollection AddOverviews(this IServiceCollection services) =>
        services.AddSingleton<OverviewQuery>().AddSingleton<IAuditedStreams, LifeStreams>().AddSingleton<ITaskPlaces, LifeTaskPlaces>();
}
