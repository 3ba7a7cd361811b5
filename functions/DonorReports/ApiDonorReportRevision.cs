using ACip.Functions.Access;
using ACip.Workflows.DonorReports;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.DonorReports;

/// <summary>POST /api/donor-reports/{agreement}/{period}/revision: a report that was sent back is assembled anew, with a note of what changes.</summary>
public sealed class ApiDonorReportRevision(DonorReportEditing editing, SignedInPerson signedIn)
{
    [Function(nameof(ApiDonorReportRevision))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/donor-reports/{agreement}/{period}/revision")] HttpRequest request,
        string agreement,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        return !ApiRoute.Sound(agreement, period) ? ApiRoute.NoSuchReport
            : await JsonBody.ReadAsync<Body>(request, cancellation) is { } body
                ? await DecisionAnswer.OfAsync(await editing.ReviseAsync(new AgreementId(agreement), period, body.ChangeNote ?? "", access.Person.Id, cancellation), access.Person.Language, workflows, cancellation)
                : Results.Problem("Send JSON such as {\"changeNote\": \"…\"}.", statusCode: StatusCodes.Status400BadRequest, type: "/problems/not-a-revision");
    }

    private sealed record Body(string? ChangeNote);
}
