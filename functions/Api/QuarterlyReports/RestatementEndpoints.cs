using System.Globalization;
using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>/api/plans/{planId}/reports/{period}/restatements: figures changed after the lock, proposed with a reason, in force once an
/// approver agrees. Both values stay.</summary>
public sealed class RestatementEndpoints(
    RestatementService service,
    PlanVersions versions,
    ReportAuthorization access,
    PlanReadAuthorization authorization
)
{
    private const string Route = "api/plans/{planId}/reports/{period}/restatements";

    public sealed record NewRestatement(IReadOnlyList<EnteredFigure> Figures, string Reason);

    /// <param name="Number">What a decision names it by.</param>
    public sealed record Proposed(bool Recorded, int Number);

    [Function(nameof(ApiReportRestatements))]
    public async Task<IResult> ApiReportRestatements(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await authorization.OpenAsync(request, planId, cancellation);
        return refusal
            ?? (
                Slug.Is(period) && plan!.Reports.ContainsKey(new PeriodKey(period))
                    ? ListAnswer.Of(
                        request,
                        await service.ListAsync(new ReportRef(plan.File.Value.Id, new PeriodKey(period)), cancellation),
                        one => one.Number.ToString("D4", CultureInfo.InvariantCulture)
                    )
                    : JsonAnswer.NotFound("report")
            );
    }

    [Function(nameof(ApiProposeRestatement))]
    public async Task<IResult> ApiProposeRestatement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.ManageProgramme, true, cancellation);
        if (!pass.Granted || await ReportAuthorization.ReadAsync<NewRestatement>(request, cancellation) is not { } asked)
        {
            return pass.Refusal ?? ReportAuthorization.NotTheBody;
        }

        ActionPlan plan = await versions.ReadAsync(pass.Report.Plan, pass.File.PlanVersion, cancellation);
        (IReadOnlyList<ReplyFigure> figures, Text? problem) = EnteredFigure.Read(
            asked.Figures,
            ReportItems.Of(plan, pass.File.Period),
            ReportItems.DaysOf(plan, pass.File.Period)
        );
        if (problem is not null)
        {
            return PlanAnswers.Problem(StatusCodes.Status422UnprocessableEntity, "figure-not-taken", problem.In(pass.Person.Language));
        }

        RestatementProposed proposed = await service.ProposeAsync(
            pass.Report,
            figures,
            asked.Reason ?? "",
            pass.Person.Id,
            pass.Source,
            cancellation,
            pass.AsRead
        );
        await workflows.BeginAsync(proposed, cancellation);
        return proposed.Start is { } start
            ? Results.Ok(new Proposed(true, start.Number))
            : DecisionAnswer.Of(proposed.Result, pass.Person.Language);
    }

    [Function(nameof(ApiDecideRestatement))]
    public async Task<IResult> ApiDecideRestatement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{number:int}/decision")] HttpRequest request,
        string planId,
        string period,
        int number,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.DecideRestatement, false, cancellation);
        if (!pass.Granted)
        {
            return pass.Refusal;
        }

        SentDecision sent = await DecisionAnswer.ReadAsync(request, cancellation);
        return sent.IsRead
            ? await DecisionAnswer.OfAsync(
                await service.DecideAsync(
                    new RestatementRef(pass.Report.Plan, new PeriodKey(period), number),
                    sent.Decision,
                    pass.Person.Id,
                    cancellation,
                    sent.AsRead
                ),
                pass.Person.Language,
                workflows,
                cancellation
            )
            : sent.Refusal;
    }
}
