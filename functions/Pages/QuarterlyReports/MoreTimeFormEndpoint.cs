using System.Globalization;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>POST /plans/{planId}/reports/{period}/time-requests: a coordinator asks for more time, or an officer on their behalf.</summary>
public sealed class MoreTimeFormEndpoint(ReportFormAuthorization authorization, MoreTimeService service)
{
    public static string PathOf(string plan, PeriodKey period) => ReportFormAuthorization.PathOf(plan, period, "time-requests");

    [Function(nameof(MoreTimeFormEndpoint))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/time-requests")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        authorization.ActAsync(
            request,
            planId,
            period,
            ReportFormAuthors.OfficersAndCoordinators,
            async post =>
            {
                TimeAskedResult asked = DayBounds.Read(post.Text("day")) is { } day
                    ? await service.AskAsync(
                        new AskedTime(
                            post.Id,
                            day,
                            post.Text("reason"),
                            post.Person.Id,
                            post.Source,
                            post.Page.Now.UtcTicks.ToString(CultureInfo.InvariantCulture)
                        ),
                        cancellation
                    )
                    : new TimeAskedResult(new CommandResult.Refused("not-a-day", "Give a day."), null);
                await workflows.BeginAsync(asked.Begin is null ? null : [asked.Begin.Ref], cancellation);
                return await post.AnswerAsync(asked.Result, workflows, cancellation);
            },
            cancellation
        );
}
