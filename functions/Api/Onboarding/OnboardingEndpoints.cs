using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Onboarding;

/// <summary>/api/onboarding…: Members and donors that join and leave the programme.</summary>
public sealed class OnboardingEndpoints(MemberService members, DonorService donors, SignedInPerson signedIn)
{
    public sealed record OnboardingAnswer(IReadOnlyList<MemberRecord> Members, IReadOnlyList<DonorRecord> Donors);

    public sealed record DonorExit(DateOnly LastDay, string Reason);

    [Function(nameof(ApiOnboarding))]
    public async Task<IResult> ApiOnboarding(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/onboarding")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } access
            ? access.Refusal
            : JsonAnswer.Read(request, new OnboardingAnswer(await members.ListAsync(cancellation), await donors.ListAsync(cancellation)));

    [Function(nameof(ApiNewMember))]
    public Task<IResult> ApiNewMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/onboarding/members")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DecideAsync<NewMember>(
            request,
            workflows,
            async (wanted, by) =>
            {
                (CommandResult result, MemberRef? begin) = await members.BeginAsync(wanted, by, cancellation);
                await (begin is null ? Task.CompletedTask : workflows.BeginAsync(begin, cancellation));
                return result;
            },
            JsonBody.Refusal("not-a-member", "Send JSON with administration, headName, headEmail and planStart."),
            cancellation
        );

    [Function(nameof(ApiMemberLeaves))]
    public Task<IResult> ApiMemberLeaves(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/onboarding/members/{administration}/exit")] HttpRequest request,
        string administration,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DecideAsync<GivenReasonBody>(
            request,
            workflows,
            (given, by) =>
                members.LeaveAsync(new MemberRef(new AdministrationId(administration.ToUpperInvariant())), given.Reason, by, cancellation),
            GivenReasonBody.Missing,
            cancellation
        );

    [Function(nameof(ApiNewDonor))]
    public Task<IResult> ApiNewDonor(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/onboarding/donors")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DecideAsync<NewDonor>(
            request,
            workflows,
            async (wanted, by) =>
            {
                (CommandResult result, DonorRef? begin) = await donors.BeginAsync(wanted, by, cancellation);
                await (begin is null ? Task.CompletedTask : workflows.BeginAsync(begin, cancellation));
                return result;
            },
            JsonBody.Refusal("not-a-donor", "Send JSON with donor, contactName and contactEmail."),
            cancellation
        );

    [Function(nameof(ApiDonorLeaves))]
    public Task<IResult> ApiDonorLeaves(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/onboarding/donors/{donor}/exit")] HttpRequest request,
        string donor,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DecideAsync<DonorExit>(
            request,
            workflows,
            (exit, by) => donors.LeaveAsync(new DonorRef(new DonorId(donor)), exit.LastDay, exit.Reason, by, cancellation),
            JsonBody.Refusal("not-an-exit", "Send JSON with lastDay and reason."),
            cancellation
        );

    private async Task<IResult> DecideAsync<T>(
        HttpRequest request,
        DurableTaskClient workflows,
        Func<T, PersonId, Task<CommandResult>> decide,
        IResult malformed,
        CancellationToken cancellation
    )
        where T : class
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        return !access.Granted ? access.Refusal
            : await JsonBody.ReadAsync<T>(request, cancellation) is { } body
                ? await DecisionAnswer.OfAsync(await decide(body, access.Person.Id), access.Person.Language, workflows, cancellation)
            : malformed;
    }
}
