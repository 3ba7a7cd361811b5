using System.Globalization;
using ACip.Functions.Access;
using ACip.Functions.ActionPlans;
using ACip.Functions.Api;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;
using ACip.Workflows.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Reporting;

/// <summary>/api/plans/{planId}/reports/{period}/restatements: figures changed after the lock, proposed with a reason, in force once an approver agrees. Both values stay.</summary>
public sealed class ApiRestatements(RestatementDesk desk, PlanVersions versions, ReportAccess access, PlanGate gate)
{
    private const string Route = "api/plans/{planId}/reports/{period}/restatements";

    public sealed record NewRestatement(IReadOnlyList<EnteredFigure> Figures, string Reason);

    /// <param name="Number">What a decision names it by.</param>
    public sealed record Proposed(bool Recorded, int Number);

    [Function(nameof(ApiReportRestatements))]
    public async Task<IResult> ApiReportRestatements([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string planId, string period, CancellationToken cancellation)
    {
        (PlanView? plan, IResult? refusal) = await gate.OpenAsync(request, planId, cancellation);
        return refusal ?? (Slug.Is(period) && plan!.Reports.ContainsKey(period)
            ? ApiAnswer.Page(request, await desk.ListAsync(new ReportRef(plan.File.Value.Id, period), cancellation), one => one.Number.ToString("D4", CultureInfo.InvariantCulture))
            : ApiAnswer.NotFound("report"));
    }

    [Function(nameof(ApiProposeRestatement))]
    public async Task<IResult> ApiProposeRestatement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.ManageProgramme, true, cancellation);
        if (!pass.Granted || await ReportAccess.ReadAsync<NewRestatement>(request, cancellation) is not { } asked)
        {
            return pass.Refusal ?? ReportAccess.NotTheBody;
        }

        ActionPlan plan = await versions.ReadAsync(pass.Report.Plan, pass.File.PlanVersion, cancellation);
        (IReadOnlyList<Figure> figures, Text3? problem) = EnteredFigure.Read(asked.Figures, ReportItems.Of(plan, pass.File.Period), ReportItems.DaysOf(plan, pass.File.Period));
        if (problem is not null)
        {
            return PlanAnswers.Problem(StatusCodes.Status422UnprocessableEntity, "figure-not-taken", problem.In(pass.Person.Language));
        }

        RestatementProposed proposed = await desk.ProposeAsync(pass.Report, figures, asked.Reason ?? "", pass.Person.Id, pass.Source, cancellation);
        await workflows.BeginAsync(proposed, cancellation);
        return proposed.Start is { } start ? Results.Ok(new Proposed(true, start.Number)) : DecisionAnswer.Of(proposed.Result, pass.Person.Language);
    }

    [Function(nameof(ApiDecideRestatement))]
    public async Task<IResult> ApiDecideRestatement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{number:int}/decision")] HttpRequest request,
        string planId,
        string period,
        int number,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.DecideRestatement, false, cancellation);
        return !pass.Granted ? pass.Refusal
            : await DecisionAnswer.ReadAsync(request, cancellation) is { } decision
                ? await DecisionAnswer.OfAsync(await desk.DecideAsync(new RestatementRef(pass.Report.Plan, period, number), decision, pass.Person.Id, cancellation), pass.Person.Language, workflows, cancellation)
                : DecisionAnswer.NotADecision;
    }
}
