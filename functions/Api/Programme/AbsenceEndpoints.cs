using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Workflows.Onboarding.StandingIn;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Programme;

/// <summary>/api/absences: when the signed-in approver is away and who decides instead; …/end: the approver is back.</summary>
public sealed class AbsenceEndpoints(AbsenceService absences, ProgrammeDirectory directory, SignedInPerson signedIn)
{
    /// <param name="From">First day of the absence that ends.</param>
    public sealed record AbsenceEnd(DateOnly From);

    [Function(nameof(ApiAbsences))]
    public async Task<IResult> ApiAbsences(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/absences")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ApprovePlan, request, cancellation);
        return access.Granted
            ? ListAnswer.Of(
                request,
                Absences.Of((await directory.ReadAsync(cancellation)).People[access.Person.Id]),
                one => $"{one.From:yyyy-MM-dd}/{one.Until:yyyy-MM-dd}/{one.Substitute}"
            )
            : access.Refusal;
    }

    [Function(nameof(ApiNameSubstitute))]
    public async Task<IResult> ApiNameSubstitute(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/absences")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ApprovePlan, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        return await JsonBody.ReadAsync<NewAbsence>(request, cancellation) is { } wanted
            ? await DecisionAnswer.OfAsync(
                await absences.NameAsync(access.Person.Id, wanted, cancellation),
                access.Person.Language,
                workflows,
                cancellation
            )
            : JsonBody.Refusal("not-an-absence", "Send JSON with substitute, from, until and, where you want to be asked too, both.");
    }

    [Function(nameof(ApiEndAbsence))]
    public async Task<IResult> ApiEndAbsence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/absences/end")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ApprovePlan, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        return await JsonBody.ReadAsync<AbsenceEnd>(request, cancellation) is { } end
            ? await DecisionAnswer.OfAsync(
                await absences.EndAsync(access.Person.Id, end.From, cancellation),
                access.Person.Language,
                workflows,
                cancellation
            )
            : JsonBody.Refusal("not-an-absence", "Send JSON with from, the first day of the absence.");
    }
}
