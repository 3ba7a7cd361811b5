using ACip.Functions.Api.Programme;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Multilateral;
using ACip.Workflows.Multilateral.Communities;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Experts;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Multilateral;

/// <summary>/api/multilateral…: the registers of the multilateral component, the pool of experts, good practices, communities of
/// practice.</summary>
public sealed class MultilateralEndpoints(
    MultilateralQuery query,
    EntryService entries,
    ExpertService experts,
    PracticeService practices,
    CommunityService communities,
    SignedInPerson signedIn
)
{
    public sealed record NewTopic(string Id, string Title, string Question, IReadOnlyList<int> KeyFactors, DateOnly Closes);

    [Function(nameof(ApiMultilateral))]
    public async Task<IResult> ApiMultilateral(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/multilateral")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } access
            ? access.Refusal
            : JsonAnswer.Read(request, await query.ReadAsync(cancellation));

    [Function(nameof(ApiSaveInitiative))]
    public Task<IResult> ApiSaveInitiative(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/multilateral/initiatives/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) => RegisterSaving.SaveAsync<Initiative, Initiative>(signedIn, request, entry => entry.Id == id, entries.SaveAsync, cancellation);

    [Function(nameof(ApiSaveInstrument))]
    public Task<IResult> ApiSaveInstrument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/multilateral/instruments/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) => RegisterSaving.SaveAsync<Instrument, Instrument>(signedIn, request, entry => entry.Id == id, entries.SaveAsync, cancellation);

    [Function(nameof(ApiSaveUptake))]
    public Task<IResult> ApiSaveUptake(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/multilateral/uptakes/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) => RegisterSaving.SaveAsync<Uptake, Uptake>(signedIn, request, entry => entry.Id == id, entries.SaveAsync, cancellation);

    [Function(nameof(ApiSaveExpert))]
    public Task<IResult> ApiSaveExpert(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/multilateral/experts/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) => RegisterSaving.SaveAsync<Expert, Expert>(signedIn, request, entry => entry.Person.Value == id, experts.SaveAsync, cancellation);

    [Function(nameof(ApiCandidates))]
    public async Task<IResult> ApiCandidates(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/multilateral/candidates")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } access)
        {
            return access.Refusal;
        }

        return await JsonBody.ReadAsync<ExpertRequest>(request, cancellation) is { } wanted
            ? JsonAnswer.Read(
                request,
                ExpertMatching.Of(wanted, await experts.ListAsync(cancellation), await query.MissionsAsync(cancellation))
            )
            : JsonBody.Refusal("not-a-request", "Send JSON with administration, keyFactors, language, start and end.");
    }

    [Function(nameof(ApiProposePractice))]
    public async Task<IResult> ApiProposePractice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/multilateral/practices")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (await JsonBody.ReadAsync<NewPractice>(request, cancellation) is not { } wanted)
        {
            return JsonBody.Refusal("not-a-practice", "Send JSON with id, plan, period, item, title and keyFactors.");
        }

        (CommandResult result, TaskAsked? begin) = await practices.ProposeAsync(wanted, access.Person.Id, cancellation);
        if (begin is not null)
        {
            await workflows.StartOnceAsync(nameof(HumanTask), begin, begin.InstanceId, cancellation);
        }

        return DecisionAnswer.Of(result, access.Person.Language);
    }

    [Function(nameof(ApiOpenTopic))]
    public async Task<IResult> ApiOpenTopic(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/multilateral/topics")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        return await JsonBody.ReadAsync<NewTopic>(request, cancellation) is { } wanted
            ? await DecisionAnswer.OfAsync(
                await communities.OpenAsync(
                    new CommunityTopic(wanted.Id, wanted.Title, wanted.Question, wanted.KeyFactors, default, wanted.Closes),
                    access.Person.Id,
                    cancellation
                ),
                access.Person.Language,
                workflows,
                cancellation
            )
            : JsonBody.Refusal("not-a-topic", "Send JSON with id, title, question, keyFactors and closes.");
    }
}
