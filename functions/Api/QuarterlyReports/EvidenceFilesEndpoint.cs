using ACip.Functions.Authorization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>GET and POST /api/plans/{planId}/reports/{period}/evidence/{sha256}: downloads a released file; {"clean": true} releases
/// it.</summary>
public sealed class EvidenceFilesEndpoint(EvidenceQuarantineService service, SignedInPerson signedIn)
{
    [Function(nameof(EvidenceFilesEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/plans/{planId}/reports/{period}/evidence/{sha256}")]
            HttpRequest request,
        string planId,
        string period,
        string sha256,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        bool checks = HttpMethods.IsPost(request.Method);
        var access = await signedIn.MayAsync(checks ? Right.HandleMail : Right.ReadEvidence, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            return Results.NotFound();
        }

        if (checks)
        {
            return await ReadAsync(request, cancellation) is { } check
                ? await DecisionAnswer.OfAsync(
                    await service.CheckAsync(
                        new PlanId(planId),
                        new PeriodKey(period),
                        sha256,
                        check.Clean,
                        access.Person.Id,
                        cancellation
                    ),
                    access.Person.Language,
                    workflows,
                    cancellation
                )
                : JsonBody.Refusal("not-a-check", "Send JSON: {\"clean\": true} or {\"clean\": false}.");
        }

        if (await service.OpenAsync(new PlanId(planId), new PeriodKey(period), sha256, cancellation) is not { } found)
        {
            return ApiProblem.Of(StatusCodes.Status404NotFound, "no-such-evidence", "There is no such file, or nobody has checked it yet.");
        }

        return Results.File(found.Content, "application/octet-stream", found.File.Name);
    }

    private static Task<EvidenceDecision?> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        JsonBody.ReadAsync<EvidenceDecision>(request, cancellation);

    private sealed record EvidenceDecision(bool Clean);
}
