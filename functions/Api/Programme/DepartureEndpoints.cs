using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Authorization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Programme;

/// <summary>POST /api/people/{id}/departure {"lastDay": "2027-06-30", "successor": "…"}: passes on roles, moves open tasks, revokes
/// tokens.</summary>
public sealed class DepartureEndpoints(DepartureService service, SignedInPerson signedIn)
{
    [Function(nameof(ApiPersonDeparts))]
    public async Task<IResult> ApiPersonDeparts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/people/{id}/departure")] HttpRequest request,
        string id,
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
        return malformed is null && await PlanAnswers.ReadAsync<Departure>(request, cancellation) is { } departure
            ? await PlanAnswers.OfAsync(
                await service.DepartAsync(new PersonId(id), departure, access.Person.Id, cancellation, asRead),
                access.Person.Language,
                workflows,
                cancellation
            )
            : malformed ?? PlanAnswers.NotJson;
    }
}
