using Microsoft.Extensions.DependencyInjection;

namespace ACip.Functions.Pages.Lists;

internal static class ListsRegistration
{
    /// <summary>In the order in which readers see them.</summary>
    public static IServiceCollection AddLists(this IServiceCollection services) =>
        services
            .AddSingleton<ProgrammeLists>()
            .AddSingleton<IProgrammeList, TaskList>()
            .AddSingleton<IProgrammeList, ReportList>()
            .AddSingleton<IProgrammeList, PlanList>()
            .AddSingleton<IProgrammeList, IndicatorList>()
            .AddSingleton<IProgrammeList, AdministrationList>()
            .AddSingleton<IProgrammeList, DonorReportList>()
            .AddSingleton<IProgrammeList, AgreementList>()
            .AddSingleton<IProgrammeList, PersonList>();
}
