using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Performance;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Performance;

/// <summary>/api/pmm…: reference data, and self-assessments of administrations.</summary>
public sealed class AssessmentEndpoints(AssessmentService assessments, SignedInPerson signedIn, TimeProvider clock)
{
    private DateOnly Today => clock.UtcToday();

    [Function(nameof(ApiPmmReference))]
    public async Task<IResult> ApiPmmReference(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/pmm/reference")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ReadProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        (PmmReference reference, Row<PmmReference>? row) = await assessments.ReferenceAsync(cancellation);
        return row is null ? JsonAnswer.Read(request, reference) : JsonAnswer.Read(request, reference, row);
    }

    [Function(nameof(ApiSavePmmReference))]
    public async Task<IResult> ApiSavePmmReference(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/pmm/reference")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        (AsRead asRead, IResult? malformed) = IfMatch.Of(request, needed: true, mayBeNew: true);
        return malformed is not null ? malformed
            : await JsonBody.ReadAsync<PmmReference>(request, cancellation) is { } reference
                ? DecisionAnswer.Of(
                    await assessments.SaveReferenceAsync(reference, access.Person.Id, asRead, cancellation),
                    access.Person.Language
                )
            : JsonBody.Refusal("not-a-reference", "Send JSON with notice, everyYears and dimensions, as GET answers it.");
    }

    [Function(nameof(ApiAssessments))]
    public async Task<IResult> ApiAssessments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/pmm/{administration}")] HttpRequest request,
        string administration,
        CancellationToken cancellation
    )
    {
        if (await signedIn.WhoAsync(request, cancellation) is not { } person)
        {
            return PlanReadAuthorization.SignInFirst;
        }

        var id = new AdministrationId(administration.ToUpperInvariant());
        return PlanReadPolicy.MayRead(person, id, Today)
            ? ListAnswer.Of(request, await assessments.ListAsync(id, cancellation), one => one.Ref.RowKey)
            : JsonAnswer.NotFound("assessment");
    }

    [Function(nameof(ApiBeginAssessment))]
    public async Task<IResult> ApiBeginAssessment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/pmm/{administration}")] HttpRequest request,
        string administration,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (await JsonBody.ReadAsync<NewAssessment>(request, cancellation) is not { } wanted)
        {
            return JsonBody.Refusal("not-an-assessment", "Send JSON such as {\"year\": 2026}.");
        }

        (CommandResult result, AssessmentRef? begin) = await assessments.BeginAsync(
            new AdministrationId(administration.ToUpperInvariant()),
            wanted.Year,
            access.Person.Id,
            cancellation
        );
        if (begin is not null)
        {
            await workflows.BeginAsync(begin, cancellation);
        }

        return DecisionAnswer.Of(result, access.Person.Language);
    }

    public sealed record NewAssessment(int Year);
}
