using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Finance;

/// <summary>Registers the accounts of grants.</summary>
internal static class FinanceRegistration
{
    public static IServiceCollection AddFinance(this IServiceCollection services) => services.AddSingleton<FinanceService>();
}
