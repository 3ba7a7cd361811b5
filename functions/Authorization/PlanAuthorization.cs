using System.Diagnostics.CodeAnalysis;
using ACip.Functions.Api;
using ACip.Functions.Api.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Authorization;

/// <summary>Opens a plan to who may write it or manage it, and its drafts to who may see them: an administration its own, the Secretariat
/// all. What is only shown, with its reports, is opened by <see cref="PlanReadAuthorization"/>.</summary>
public sealed class PlanAuthorization(SignedInPerson signedIn, ProgrammeDirectory directory, TimeProvider clock)
{
    private static readonly Role[] Readers = [Role.Coordinator, Role.Alternate, Role.HeadOfCustoms];
    private static readonly Role[] Writers = [Role.Coordinator, Role.Alternate];

    public Task<PlanEntry> ReadAsync(HttpRequest request, string planId, CancellationToken cancellation) =>
        OpenAsync(request, planId, Readers, Rights.For(Right.ReadProgramme), cancellation);

    /// <summary>For the draft: the administration's coordinators, and programme officers on its behalf.</summary>
    public Task<PlanEntry> WriteAsync(HttpRequest request, string planId, CancellationToken cancellation) =>
        OpenAsync(request, planId, Writers, Rights.For(Right.ManageProgramme), cancellation);

    /// <summary>For opening revisions, suspending and closing.</summary>
    public Task<PlanEntry> ManageAsync(HttpRequest request, string planId, CancellationToken cancellation) =>
        OpenAsync(request, planId, [], Rights.For(Right.ManageProgramme), cancellation);

    public Task<PlanEntry> CommentAsync(HttpRequest request, string planId, CancellationToken cancellation) =>
        OpenAsync(request, planId, [], [Role.ThematicExpert, Role.ProgrammeOfficer, Role.Approver], cancellation);

    private async Task<PlanEntry> OpenAsync(
        HttpRequest request,
        string planId,
        Role[] own,
        IReadOnlyList<Role> anywhere,
        CancellationToken cancellation
    )
    {
        if (await signedIn.WhoAsync(request, cancellation) is not { } person)
        {
            return PlanEntry.No(ApiProblem.Of(StatusCodes.Status401Unauthorized, "not-signed-in", "Sign in first."));
        }

        DateOnly today = clock.UtcToday();
        bool AnyPlan(Person one) => anywhere.Any(role => one.Holds(role, today));
        // a role without an administration is one of the Secretariat's, so the own roles are looked for with theirs
        bool May(Person one, PlanListing plan) =>
            AnyPlan(one)
            || one.Roles.Any(held => own.Contains(held.Role) && held.Administration == plan.Administration && held.IsValidOn(today));
        ProgrammeRegister register = await directory.ReadForAsync(
            known => known.Plans.TryGetValue(new PlanId(planId), out PlanListing? plan) && known.Again(person) is { } one && May(one, plan),
            cancellation
        );
        if (register.Again(person) is not { } now)
        {
            return PlanEntry.No(Forbidden);
        }

        if (!register.Plans.TryGetValue(new PlanId(planId), out PlanListing? listing))
        {
            // who may not see every plan does not learn which exist
            return PlanEntry.No(AnyPlan(now) ? PlanAnswers.NoSuchPlan(planId) : Forbidden);
        }

        return May(now, listing)
            ? new PlanEntry(listing.Id, now, null)
            {
                Source = PlanReadPolicy.Coordinates(now, listing.Administration, today)
                    ? EntrySource.Api(clock.GetUtcNow())
                    : EntrySource.OnBehalf(clock.GetUtcNow()),
            }
            : PlanEntry.No(Forbidden);
    }

    private static IResult Forbidden => ApiProblem.Of(StatusCodes.Status403Forbidden, "role-missing", "Your roles do not open this plan.");
}

/// <summary>Either the plan and the authorised person, or the refusal.</summary>
public sealed record PlanEntry(PlanId Plan, Person? Person, IResult? Refusal)
{
    [MemberNotNullWhen(true, nameof(Person))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Granted => Person is not null;

    /// <summary>Where what is recorded comes from: the administration itself, or an officer on its behalf.</summary>
    public EntrySource Source { get; init; }

    public static PlanEntry No(IResult refusal) => new(default, null, refusal);
}
