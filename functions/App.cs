using ACip.Functions.Api.Audit;
using ACip.Functions.Authorization;
using ACip.Functions.Authorization.Limits;
using ACip.Functions.Authorization.Routes;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.ActionPlans.Drafting;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.DonorReports;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Mail;
using ACip.Functions.Pages.Programme;
using ACip.Functions.Pages.QuarterlyReports;
using ACip.Functions.Pages.Surveys;
using ACip.Workflows;
using ACip.Workflows.Orchestration;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ACip.Functions;

/// <summary>The application, the same on every host.</summary>
public static partial class App
{
    /// <summary>The mail service takes mails of 30 MB, which base64 and form fields make longer: the default limit is less. What is larger the host answers with 500, whatever a function says; the mail service then tries again in vain, and its sender hears from it.</summary>
    private const long LargestBody = 64L << 20;

    public static IHost Build(string[] args)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        AroundResults(builder);
        builder.ConfigureFunctionsWebApplication(); // writes what a function returns
        AroundFunctions(builder);
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = LargestBody);
        // request lines hold the tokens of task links
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // and so does the scope that this one puts around whatever is logged meanwhile
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.Configure<DurableTaskWorkerOptions>(worker => worker.MaximumTimerInterval = LongWait.LongestTimer);
        builder.Services.AddProgramme(builder.Configuration);
        builder.Services.AddSingleton<IStartupFilter, SecurityHeaders>();
        builder.Services.AddSingleton<SignedInPerson>().AddSingleton<AccessDenials>().AddSingleton(_ => new RequestQuota()).AddSingleton<CsrfToken>().AddSingleton<PageFrame>().AddSingleton<ProgrammeQuery>().AddSingleton<CoverageQuery>().AddSingleton<PlanQuery>().AddSingleton<ReportQuery>();
        builder.Services.AddSingleton<DonorReportQuery>().AddSingleton<AuditQuery>().AddSingleton<PlanReadAuthorization>().AddSingleton<QuarantineReadQuery>().AddSingleton<PlanAuthorization>().AddSingleton<ReportAuthorization>().AddSingleton<ReportFormAuthorization>().AddSingleton<DraftEditing>().AddSingleton<WeakFactorsQuery>();
        return builder.Build();
    }

    // without a body where the packages stood in for know no middleware
    static partial void AroundResults(FunctionsApplicationBuilder builder);

    static partial void AroundFunctions(FunctionsApplicationBuilder builder);
}
