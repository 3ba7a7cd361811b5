using ACip.Functions.Access;
using ACip.Functions.Api;
using ACip.Workflows.DonorReports;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.DonorReports;

/// <summary>POST /api/donor-reports/{agreement}/{period}/decision: an approver signs a donor report off, or sends it back with a reason.</summary>
public sealed class DonorReportDecision(DonorReportDesk desk, ProgrammeTable table, SignedInPerson signedIn)
{
    [Function(nameof(DonorReportDecision))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/donor-reports/{agreement}/{period}/decision")] HttpRequest request,
        string agreement,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var access = await signedIn.MayAsync(Right.SignDonorReport, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        // what the client saw, where it says so: what came meanwhile has not been read by whoever decides
        if (request.Headers.IfMatch.Count > 0 && ApiAnswer.RefuseUnlessCurrent(request, (await DonorReportRows.FindAsync(table, new AgreementId(agreement), period, cancellation))?.ETag.ToString()) is { } changed)
        {
            return changed;
        }

        return await DecisionAnswer.ReadAsync(request, cancellation) is { } decision
            ? await DecisionAnswer.OfAsync(await desk.DecideAsync(new AgreementId(agreement), period, decision, access.Person.Id, cancellation), access.Person.Language, workflows, cancellation)
            : DecisionAnswer.NotADecision;
    }
}
