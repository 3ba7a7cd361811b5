using System.Globalization;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.QuarterlyReports.MoreTime;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>POST /api/plans/{planId}/reports/{period}/time-requests asks for more time, …/refusal refuses it; …/extension grants
/// it.</summary>
public sealed class MoreTimeEndpoints(MoreTimeService service, ReportAuthorization access, TimeProvider clock)
{
    private const string Route = "api/plans/{planId}/reports/{period}/time-requests";

    /// <param name="Day">In the administration's zone.</param>
    public sealed record NewTimeRequest(DateOnly Day, string Reason);

    [Function(nameof(ApiAskForTime))]
    public async Task<IResult> ApiAskForTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.ManageProgramme, true, cancellation);
        if (!pass.Granted || await ReportAuthorization.ReadAsync<NewTimeRequest>(request, cancellation) is not { } wanted)
        {
            return pass.Refusal ?? ReportAuthorization.NotTheBody;
        }

        TimeAskedResult asked = await service.AskAsync(
            new AskedTime(
                pass.Report,
                wanted.Day,
                wanted.Reason ?? "",
                pass.Person.Id,
                pass.Source,
                clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture)
            )
            {
                AsRead = pass.AsRead,
            },
            cancellation
        );
        await workflows.BeginAsync(asked.Begin is null ? null : [asked.Begin.Ref], cancellation);
        return await DecisionAnswer.OfAsync(asked.Result, pass.Person.Language, workflows, cancellation);
    }

    [Function(nameof(ApiRefuseTime))]
    public async Task<IResult> ApiRefuseTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/refusal")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.ManageProgramme, false, cancellation);
        return !pass.Granted ? pass.Refusal
            : await ReportAuthorization.ReadAsync<ReportOfficerEndpoints.WithReason>(request, cancellation) is { } said
                ? await DecisionAnswer.OfAsync(
                    await service.DeclineAsync(pass.Report, said.Reason ?? "", pass.Person.Id, cancellation, pass.AsRead),
                    pass.Person.Language,
                    workflows,
                    cancellation
                )
            : ReportAuthorization.NotTheBody;
    }
}
