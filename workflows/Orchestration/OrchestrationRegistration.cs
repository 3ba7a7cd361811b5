using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Orchestration;

/// <summary>What starts and wakes workflows.</summary>
internal static class OrchestrationRegistration
{
    public static IServiceCollection AddOrchestration(this IServiceCollection services) => services.AddSingleton<DeployedVersion>();
}
