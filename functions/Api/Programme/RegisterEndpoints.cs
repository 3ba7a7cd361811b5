using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Programme;

/// <summary>GET and PUT /api/people/{id}, /api/agreements/{id}, /api/administrations/{id}: entries made by officers. PUT with If-Match, or
/// If-None-Match: * for a new one.</summary>
public sealed class RegisterEndpoints(
    RegisterService service,
    PeopleService people,
    AllocationService allocations,
    ProgrammeDirectory directory,
    FilteredLists lists,
    SignedInPerson signedIn
)
{
    /// <param name="Notices">How the person wants notices that can wait; left out, as the programme sends them.</param>
    /// <param name="Reason">Needed where roles or the address change.</param>
    public sealed record PersonEntry(
        PersonId Id,
        string Name,
        string Email,
        Language Language,
        IReadOnlyList<RoleHeld> Roles,
        NoticePace? Notices = null,
        string? Reason = null
    );

    [Function(nameof(ApiPeople))]
    public Task<IResult> ApiPeople(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/people")] HttpRequest request,
        CancellationToken cancellation
    ) => ListAsync(request, "people", register => register.People.Values, person => person.Id.Value, Right.ReadPeople, cancellation);

    [Function(nameof(ApiPerson))]
    public Task<IResult> ApiPerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/people/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) => OpenAsync(request, register => register.People.GetValueOrDefault(new PersonId(id)), cancellation, Right.ReadPeople);

    [Function(nameof(ApiSavePerson))]
    public Task<IResult> ApiSavePerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/people/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        SaveAsync<PersonEntry, Person>(
            request,
            entry => entry.Id.Value == id,
            async (entry, asRead, by, cancel) =>
            {
                RegisterResult<Person> result = await people.SaveAsync(
                    new Person(entry.Id, entry.Name, entry.Email, entry.Language, entry.Roles) { Notices = entry.Notices },
                    asRead,
                    by,
                    entry.Reason,
                    cancel
                );
                await workflows.DispatchAsync(result.Mails, "once", cancel);
                await workflows.WakeAsync(result.Also, cancel);
                return result;
            },
            cancellation
        );

    [Function(nameof(ApiDecideRoles))]
    public async Task<IResult> ApiDecideRoles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/people/{id}/roles/decision")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ConfirmRoles, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        SentDecision sent = await DecisionAnswer.ReadAsync(request, cancellation);
        return sent.IsRead
            ? await PlanAnswers.OfAsync(
                await people.DecideAsync(new PersonId(id), sent.Decision, access.Person.Id, cancellation, sent.AsRead),
                access.Person.Language,
                workflows,
                cancellation
            )
            : sent.Refusal;
    }

    [Function(nameof(ApiAgreements))]
    public Task<IResult> ApiAgreements(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agreements")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        ListAsync(
            request,
            "agreements",
            register => register.Agreements.Values,
            agreement => agreement.Id.Value,
            Right.ManageProgramme,
            cancellation
        );

    [Function(nameof(ApiAgreement))]
    public Task<IResult> ApiAgreement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agreements/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) => OpenAsync(request, register => register.Agreements.GetValueOrDefault(new AgreementId(id)), cancellation);

    [Function(nameof(ApiSaveAgreement))]
    public Task<IResult> ApiSaveAgreement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) => SaveAsync<GrantAgreement, GrantAgreement>(request, agreement => agreement.Id.Value == id, service.SaveAsync, cancellation);

    [Function(nameof(ApiAdministration))]
    public Task<IResult> ApiAdministration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/administrations/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) => OpenAsync(request, register => register.Administrations.GetValueOrDefault(new AdministrationId(id)), cancellation);

    [Function(nameof(ApiSaveAdministration))]
    public Task<IResult> ApiSaveAdministration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/administrations/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) =>
        SaveAsync<Administration, Administration>(
            request,
            administration => administration.Id.Value == id,
            service.SaveAsync,
            cancellation
        );

    [Function(nameof(ApiAllocations))]
    public async Task<IResult> ApiAllocations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agreements/{id}/allocations")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        return !access.Granted ? access.Refusal
            : (await directory.ReadAsync(cancellation)).Agreements.ContainsKey(new AgreementId(id))
                ? ListAnswer.Of(request, await allocations.ListAsync(new AgreementId(id), cancellation), one => one.Id)
            : NotRegistered;
    }

    [Function(nameof(ApiAllocation))]
    public async Task<IResult> ApiAllocation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agreements/{id}/allocations/{allocation}")] HttpRequest request,
        string id,
        string allocation,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        return !access.Granted ? access.Refusal
            : Slug.Is(id) && Slug.Is(allocation) && await allocations.FindAsync(new AgreementId(id), allocation, cancellation) is { } found
                ? PlanAnswers.Tagged(request, found, ContentTag.Of(found))
            : NotRegistered;
    }

    [Function(nameof(ApiSaveAllocation))]
    public Task<IResult> ApiSaveAllocation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{id}/allocations/{allocation}")] HttpRequest request,
        string id,
        string allocation,
        CancellationToken cancellation
    ) =>
        SaveAsync<FundingAllocation, FundingAllocation>(
            request,
            entry => entry.Id == allocation && entry.Agreement.Value == id,
            allocations.SaveAsync,
            cancellation
        );

    private static IResult NotRegistered =>
        PlanAnswers.Problem(StatusCodes.Status404NotFound, "not-registered", "Nothing is registered under this id.");

    private async Task<IResult> ListAsync<T>(
        HttpRequest request,
        string list,
        Func<ProgrammeRegister, IEnumerable<T>> all,
        Func<T, string> key,
        Right right,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(right, request, cancellation);
        return access.Granted
            ? await lists.AnswerAsync(request, list, all(await directory.ReadAsync(cancellation)), key, cancellation)
            : access.Refusal;
    }

    private async Task<IResult> OpenAsync<T>(
        HttpRequest request,
        Func<ProgrammeRegister, T?> find,
        CancellationToken cancellation,
        Right right = Right.ManageProgramme
    )
        where T : class
    {
        var access = await signedIn.MayAsync(right, request, cancellation);
        return !access.Granted ? access.Refusal
            : find(await directory.ReadAsync(cancellation)) is { } found ? PlanAnswers.Tagged(request, found, ContentTag.Of(found))
            : NotRegistered;
    }

    private Task<IResult> SaveAsync<TSent, T>(
        HttpRequest request,
        Func<TSent, bool> isIt,
        Func<TSent, AsRead, PersonId, CancellationToken, Task<RegisterResult<T>>> save,
        CancellationToken cancellation
    )
        where TSent : class
        where T : class => RegisterSaving.SaveAsync(signedIn, request, isIt, save, cancellation);
}
