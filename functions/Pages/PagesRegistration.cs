using ACip.Functions.Api.Audit;
using ACip.Functions.Authorization;
using ACip.Functions.Health;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.ActionPlans.Drafting;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.DonorReports;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.HoldUps;
using ACip.Functions.Pages.HumanTasks;
using ACip.Functions.Pages.Lists;
using ACip.Functions.Pages.Mail;
using ACip.Functions.Pages.Multilateral;
using ACip.Functions.Pages.Programme;
using ACip.Functions.Pages.QuarterlyReports;
using ACip.Functions.Pages.Settings;
using ACip.Functions.Pages.Surveys;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Functions.Pages;

/// <summary>Registers the queries of pages and API, and the common frame of all pages.</summary>
internal static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services
            .AddSingleton<IStartupFilter, SecurityHeaders>()
            .AddSingleton<PageFrame>()
            .AddSingleton<CsrfToken>()
            .AddSingleton<WaitingTasks>()
            .AddSingleton<PlanReading>()
            .AddSingleton<IStorageCache>(all => all.GetRequiredService<PlanReading>())
            .AddSingleton<ProgrammeReading>()
            .AddSingleton<IStorageCache>(all => all.GetRequiredService<ProgrammeReading>())
            .AddSingleton<OverviewComposition>()
            .AddSingleton<DashboardBodies>()
            .AddSingleton<ProgrammeQuery>()
            .AddSingleton<HoldUpQuery>()
            .AddSingleton<HomeQuery>()
            .AddSingleton<CoverageQuery>()
            .AddSingleton<PlanQuery>()
            .AddSingleton<MeasuredIntervals>()
            .AddSingleton<WeakFactorsQuery>()
            .AddSingleton<DraftEditing>()
            .AddSingleton<ReportLinkServices>()
            .AddSingleton<ReportQuery>()
            .AddSingleton<DonorReportQuery>()
            .AddSingleton<AuditQuery>()
            .AddSingleton<EntryForms>()
            .AddSingleton<EntryEditing>()
            .AddSingleton<MultilateralForms>()
            .AddSingleton<MessageListQuery>()
            .AddSingleton<PlanPageEndpoint>()
            .AddSingleton<AgreementPageEndpoints>()
            .AddSingleton<ReportPageEndpoint>()
            .AddSingleton<DonorReportPageEndpoint>()
            .AddSingleton<HealthCheck>()
            .AddLists();
}
