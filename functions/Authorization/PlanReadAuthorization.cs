using ACip.Functions.Api;
using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Authorization;

/// <summary>Opens a plan to those who may read it. For others it does not exist.</summary>
public sealed class PlanReadAuthorization(PlanQuery query, SignedInPerson signedIn, TimeProvider clock)
{
    public static IResult SignInFirst => ApiProblem.Of(StatusCodes.Status401Unauthorized, "not-signed-in", "Sign in first.");

    public Task<Person?> WhoAsync(HttpRequest request, CancellationToken cancellation) => signedIn.WhoAsync(request, cancellation);

    public bool May(Person person, AdministrationId administration) => PlanReadPolicy.MayRead(person, administration, clock.UtcToday());

    /// <returns>The plan, or the answer to who may not read it.</returns>
    public async Task<(PlanReadModel? Plan, IResult? Refusal)> OpenAsync(HttpRequest request, string planId, CancellationToken cancellation)
    {
        if (await signedIn.WhoAsync(request, cancellation) is not { } person)
        {
            return (null, SignInFirst);
        }

        return await query.ReadAsync(new PlanId(planId), cancellation) is { } plan && May(person, plan.File.Value.Administration)
            ? (plan, null)
            : (null, JsonAnswer.NotFound("plan"));
    }
}
