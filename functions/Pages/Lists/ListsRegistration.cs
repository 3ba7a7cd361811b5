using Microsoft.Extensions.DependencyInjection;

namespace ACip.Functions.Pages.Lists;

internal static class ListsRegistration
{
    /// <summary>Of any list, each key once.</summary>
    public static IReadOnlyList<ListColumn> AllColumns { get; } =
    [
        .. new IProgrammeList[]
        {
            new TaskList(),
            new ReportList(),
            new PlanList(),
            new IndicatorList(),
            new AdministrationList(),
            new DonorReportList(),
            new AgreementList(),
            new PersonList(),
        }
            .SelectMany(list => list.Columns)
            .OrderByDescending(column => column.Filters)
            .DistinctBy(column => column.Key),
    ];

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
