using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Orchestration;

/// <summary>Registers starting and waking of workflows.</summary>
internal static class OrchestrationRegistration
{
    public static IServiceCollection AddOrchestration(this IServiceCollection services) => services.AddSingleton<DeployedVersion>();
}
