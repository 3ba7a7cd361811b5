using ACip.Functions.Api.Idempotency;
using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Functions.Hosting;
using ACip.Functions.Pages;
using ACip.Functions.Telemetry;
using ACip.Workflows;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ACip.Functions;

/// <summary>Everything that the application adds to the worker.</summary>
internal static class AcipServices
{
    public static IServiceCollection AddAcip(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddTelemetry(configuration)
            .AddWorkflows()
            .AddAuthorizationPolicies()
            .AddPages()
            .AddSingleton<FilteredLists>()
            .AddSingleton<KeptAnswers>()
            .AddSingleton<IStorageStep>(all => all.GetRequiredService<KeptAnswers>())
            .AddSingleton<IRetentionStep>(all => all.GetRequiredService<KeptAnswers>())
            .Keeps(
                PlaceKind.Table,
                KeptAnswers.Table,
                "Answers to requests with an Idempotency-Key.",
                leftOut: "They are kept for a day or two, sealed with Mail__TokenSecret, and are no facts of the programme."
            )
            .Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = BodyLimit.Largest)
            .Configure<DurableTaskWorkerOptions>(worker => worker.MaximumTimerInterval = LongWait.LongestTimer)
            .AddLogging(Discreet);

    private static void Discreet(ILoggingBuilder logging)
    {
        // request lines hold the tokens of task links
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // and so does the scope that this one puts around whatever is logged meanwhile
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }
}
