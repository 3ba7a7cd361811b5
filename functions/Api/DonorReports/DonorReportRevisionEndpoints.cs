using ACip.Functions.Authorization;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.DonorReports;

/// <summary>POST /api/donor-reports/{agreement}/{period}/revision: assembles a report anew that was sent back, with a note of the
/// changes.</summary>
public sealed class DonorReportRevisionEndpoints(DonorReportEditingService editing, SignedInPerson signedIn)
{
    [Function(nameof(DonorReportRevisionEndpoints))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/donor-reports/{agreement}/{period}/revision")] HttpRequest request,
        string agreement,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        (AsRead asRead, IResult? malformed) = IfMatch.Of(request);
        return malformed is not null ? malformed
            : !RouteIds.Sound(agreement, period) ? RouteIds.NoSuchReport
            : await JsonBody.ReadAsync<Body>(request, cancellation) is { } body
                ? await DecisionAnswer.OfAsync(
                    await editing.ReviseAsync(
                        new AgreementId(agreement),
                        new PeriodKey(period),
                        body.ChangeNote ?? "",
                        access.Person.Id,
                        cancellation,
                        asRead
                    ),
                    access.Person.Language,
                    workflows,
                    cancellation
                )
            : JsonBody.Refusal("not-a-revision", "Send JSON such as {\"changeNote\": \"…\"}.");
    }

    private sealed record Body(string? ChangeNote);
}
