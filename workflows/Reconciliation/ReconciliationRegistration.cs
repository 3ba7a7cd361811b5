using ACip.Workflows.Reconciliation.Restored;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Reconciliation;

/// <summary>Registers the daily reconciliation.</summary>
internal static class ReconciliationRegistration
{
    public static IServiceCollection AddReconciliation(this IServiceCollection services) =>
        services
            .AddSingleton<ReconciliationService>()
            .AddSingleton<RepairService>()
            .AddSingleton<ReconciliationStateStore>()
            .AddSingleton<IStorageCache>(all => all.GetRequiredService<ReconciliationStateStore>())
            .AddSingleton<PlanReconciler>()
            .AddSingleton<DonorReportReconciler>()
            .AddSingleton<ExpectedWorkReconciler>()
            .AddSingleton<MailRetention>()
            .AddSingleton<IRetentionStep, DailyRowsRetention>()
            .AddSingleton<FailedWork>()
            .AddSingleton<RestoreCheck>()
            .AddSingleton<MailIndexRepair>()
            .AddSingleton<ProgrammeStandsQuery>()
            .AddSingleton<TimerRuns>()
            .Keeps(
                PlaceKind.Workflows,
                "ACip",
                "What runs and waits: the task hub of the Durable extension.",
                leftOut: "What should run follows from the tables: the reconciliation starts it again elsewhere."
            );
}
