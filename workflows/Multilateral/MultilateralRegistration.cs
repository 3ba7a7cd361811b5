using ACip.Workflows.HumanTasks;
using ACip.Workflows.Multilateral.Communities;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Experts;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Multilateral;

/// <summary>Registers what serves all administrations: initiatives, instruments, events, experts, good practices, communities of
/// practice.</summary>
internal static class MultilateralRegistration
{
    public static IServiceCollection AddMultilateral(this IServiceCollection services) =>
        services
            .AddSingleton<EntryService>()
            .AddSingleton<ExpertService>()
            .AddSingleton<DeliveryService>()
            .AddSingleton<PracticeService>()
            .AddSingleton<CommunityService>()
            .AddSingleton<MultilateralQuery>()
            .AddSingleton<IExpectedWork, ExpectedEvents>()
            .AddSingleton<IExpectedWork>(all => all.GetRequiredService<PracticeService>())
            .AddSingleton<ITaskKind, RegisterForEventTask>()
            .AddSingleton<ITaskKind, EvaluateEventTask>()
            .AddSingleton<ITaskKind, PublishPracticeTask>()
            .AddSingleton<ITaskKind, CommunityTopicTask>();
}
