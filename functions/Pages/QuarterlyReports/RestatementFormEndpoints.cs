using System.Globalization;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>POST /plans/{planId}/reports/{period}/restatements proposes a change of figures after the lock; …/{number}/decision decides on
/// it.</summary>
public sealed class RestatementFormEndpoints(ReportFormAuthorization authorization, RestatementService service)
{
    private const string Route = "plans/{planId}/reports/{period}/restatements";

    public static string PathOf(string plan, PeriodKey period) => ReportFormAuthorization.PathOf(plan, period, "restatements");

    public static string DecisionPathOf(string plan, PeriodKey period, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{PathOf(plan, period)}/{number}/decision");

    [Function(nameof(RestatementProposalForm))]
    public Task<IResult> RestatementProposalForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
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
                ParsedReply reading = TypedLines.Read(
                    post.Text("lines"),
                    ReportItems.Of(post.Report.Version, post.Report.File.Value.Period),
                    post.Page.Language,
                    ReportItems.DaysOf(post.Report.Version, post.Report.File.Value.Period)
                );
                if (reading.NotUnderstood.Count > 0)
                {
                    return await TypedLines.RefuseAsync(post, reading);
                }

                RestatementProposed proposed = await service.ProposeAsync(
                    post.Id,
                    reading.Figures,
                    post.Text("reason"),
                    post.Person.Id,
                    post.Source,
                    cancellation
                );
                await workflows.BeginAsync(proposed, cancellation);
                return await post.AnswerAsync(proposed.Result, workflows, cancellation);
            },
            cancellation
        );

    [Function(nameof(RestatementDecisionForm))]
    public Task<IResult> RestatementDecisionForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{number:int}/decision")] HttpRequest request,
        string planId,
        string period,
        int number,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        authorization.ActAsync(
            request,
            planId,
            period,
            new ReportFormAuthors(Right.DecideRestatement),
            async post =>
            {
                return DecisionForms.Read(post.Form) is var (decision, asRead)
                    ? await post.AnswerAsync(
                        await service.DecideAsync(
                            new RestatementRef(post.Id.Plan, post.Id.Period, number),
                            decision,
                            post.Person.Id,
                            cancellation,
                            asRead
                        ),
                        workflows,
                        cancellation
                    )
                    : PageFrame.Refuse(post.Page, StatusCodes.Status400BadRequest);
            },
            cancellation
        );
}
