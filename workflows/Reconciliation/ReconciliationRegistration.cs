using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Reconciliation;

/// <summary>What should run, asked once a day.</summary>
internal static class ReconciliationRegistration
{
    public static IServiceCollection AddReconciliation(this IServiceCollection services) => services
        .AddSingleton<ReconciliationService>().AddSingleton<ReconciliationStateStore>().AddSingleton<PlanReconciler>().AddSingleton<DonorReportReconciler>().AddSingleton<ExpectedWorkReconciler>()
        .AddSingleton<MailRetention>().AddSingleton<FailedWork>().AddSingleton<ProgrammeStandsQuery>();
}
