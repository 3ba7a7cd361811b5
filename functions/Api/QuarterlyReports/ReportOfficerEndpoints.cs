using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>POST /api/plans/{planId}/reports/{period}/extension, waiver or nil: an officer's acts on a report, each with a reason that is
/// kept and shown.</summary>
public sealed class ReportOfficerEndpoints(ReportOfficerService service, ReportAuthorization access)
{
    private const string Report = "api/plans/{planId}/reports/{period}/";

    /// <param name="Day">New due day in the administration's zone.</param>
    public sealed record MoreTime(DateOnly Day, string Reason);

    public sealed record WithReason(string Reason);

    [Function(nameof(ApiExtendReport))]
    public Task<IResult> ApiExtendReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Report + "extension")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DoAsync<MoreTime>(
            request,
            planId,
            period,
            workflows,
            (pass, asked, by) => service.ExtendAsync(pass.Report, asked.Day, asked.Reason, by, cancellation, pass.AsRead),
            cancellation
        );

    [Function(nameof(ApiWaiveReport))]
    public Task<IResult> ApiWaiveReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Report + "waiver")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DoAsync<WithReason>(
            request,
            planId,
            period,
            workflows,
            (pass, asked, by) => service.WaiveAsync(pass.Report, asked.Reason, by, cancellation, pass.AsRead),
            cancellation
        );

    [Function(nameof(ApiReportNil))]
    public Task<IResult> ApiReportNil(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Report + "nil")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DoAsync<WithReason>(
            request,
            planId,
            period,
            workflows,
            (pass, asked, by) => service.DeclareNilAsync(pass.Report, asked.Reason, by, cancellation, pass.AsRead),
            cancellation
        );

    private async Task<IResult> DoAsync<T>(
        HttpRequest request,
        string planId,
        string period,
        DurableTaskClient workflows,
        Func<ReportPass, T, PersonId, Task<CommandResult>> act,
        CancellationToken cancellation
    )
        where T : class
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.ManageProgramme, false, cancellation);
        return !pass.Granted ? pass.Refusal
            : await ReportAuthorization.ReadAsync<T>(request, cancellation) is { } asked
                ? await DecisionAnswer.OfAsync(await act(pass, asked, pass.Person.Id), pass.Person.Language, workflows, cancellation)
            : ReportAuthorization.NotTheBody;
    }
}
