using ACip.Functions.Authorization;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.DonorReports;

/// <summary>POST /api/donor-reports/{agreement}/{period}/decision: an approver signs a donor report off, or sends it back with a
/// reason.</summary>
public sealed class DonorReportDecisionEndpoint(DonorReportSigningService service, SignedInPerson signedIn)
{
    [Function(nameof(DonorReportDecisionEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/donor-reports/{agreement}/{period}/decision")] HttpRequest request,
        string agreement,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.SignDonorReport, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        SentDecision sent = await DecisionAnswer.ReadAsync(request, cancellation);
        return sent.IsRead
            ? await DecisionAnswer.OfAsync(
                await service.DecideAsync(
                    new AgreementId(agreement),
                    new PeriodKey(period),
                    sent.Decision,
                    access.Person.Id,
                    cancellation,
                    sent.AsRead
                ),
                access.Person.Language,
                workflows,
                cancellation
            )
            : sent.Refusal;
    }
}
