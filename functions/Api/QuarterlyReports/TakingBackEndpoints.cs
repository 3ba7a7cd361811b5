using ACip.Functions.Authorization;
using ACip.Workflows.QuarterlyReports.Cycle;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>POST /api/plans/{planId}/reports/{period}/recall recalls a submission that nobody has decided on; …/reopening reopens an
/// accepted report that is not locked.</summary>
public sealed class TakingBackEndpoints(TakingBackService service, ReportAuthorization access)
{
    private const string Report = "api/plans/{planId}/reports/{period}/";

    /// <param name="Reason">May be left out.</param>
    public sealed record Recall(string? Reason);

    [Function(nameof(ApiRecallReport))]
    public async Task<IResult> ApiRecallReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Report + "recall")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.ManageProgramme, true, cancellation);
        return !pass.Granted ? pass.Refusal
            : await ReportAuthorization.ReadAsync<Recall>(request, cancellation) is { } said
                ? await DecisionAnswer.OfAsync(
                    await service.RecallAsync(pass.Report, said.Reason?.Trim() ?? "", pass.Person.Id, cancellation, pass.AsRead),
                    pass.Person.Language,
                    workflows,
                    cancellation
                )
            : ReportAuthorization.NotTheBody;
    }

    [Function(nameof(ApiReopenReport))]
    public async Task<IResult> ApiReopenReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Report + "reopening")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.ReviewReport, false, cancellation);
        return !pass.Granted ? pass.Refusal
            : await ReportAuthorization.ReadAsync<ReportOfficerEndpoints.WithReason>(request, cancellation) is { } said
                ? await DecisionAnswer.OfAsync(
                    await service.ReopenAsync(pass.Report, said.Reason ?? "", pass.Person.Id, cancellation, pass.AsRead),
                    pass.Person.Language,
                    workflows,
                    cancellation
                )
            : ReportAuthorization.NotTheBody;
    }
}
