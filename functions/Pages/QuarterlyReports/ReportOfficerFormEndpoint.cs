using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>POST /plans/{planId}/reports/{period}/officer: more time, a waiver, or nil on behalf of the administration; each with a
/// reason.</summary>
public sealed class ReportOfficerFormEndpoint(ReportFormAuthorization authorization, ReportOfficerService service, MoreTimeService times)
{
    public static string PathOf(string plan, PeriodKey period) => ReportFormAuthorization.PathOf(plan, period, "officer");

    [Function(nameof(ReportOfficerFormEndpoint))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/officer")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        authorization.ActAsync(
            request,
            planId,
            period,
            ReportFormAuthors.Officers,
            async post =>
            {
                if (IfMatch.Of(post.Form) is not { } asRead)
                {
                    return PageFrame.Refuse(post.Page, StatusCodes.Status400BadRequest);
                }

                PersonId by = post.Person.Id;
                string reason = post.Text("reason");
                CommandResult result = post.Text("act") switch
                {
                    "extend" => DayBounds.Read(post.Text("day")) is { } day
                        ? await service.ExtendAsync(post.Id, day, reason, by, cancellation, asRead)
                        : new CommandResult.Refused("not-a-day", "Give a day."),
                    "decline" => await times.DeclineAsync(post.Id, reason, by, cancellation, asRead),
                    "waive" => await service.WaiveAsync(post.Id, reason, by, cancellation, asRead),
                    "nil" => await service.DeclareNilAsync(post.Id, reason, by, cancellation, asRead),
                    _ => new CommandResult.Refused("report-state", "No such act."),
                };
                return await post.AnswerAsync(result, workflows, cancellation);
            },
            cancellation
        );
}
