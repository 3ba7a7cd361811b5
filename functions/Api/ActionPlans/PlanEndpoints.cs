using System.Globalization;
using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.ActionPlans;

/// <summary>GET /api/plans…: plans, their versions, and the differences between two of them. People of an administration can read their
/// own.</summary>
public sealed class PlanEndpoints(PlanQuery query, ProgrammeDirectory directory, FilteredLists lists, PlanReadAuthorization authorization)
{
    [Function("GetPlans")]
    public async Task<IResult> Plans(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (await authorization.WhoAsync(request, cancellation) is not { } reader)
        {
            return PlanReadAuthorization.SignInFirst;
        }

        IEnumerable<PlanListing> plans = (await directory.ReadAsync(cancellation)).Plans.Values.Where(plan =>
            authorization.May(reader, plan.Administration)
        );
        return await lists.AnswerAsync(request, "plans", plans, plan => plan.Id.Value, cancellation);
    }

    [Function("GetPlan")]
    public async Task<IResult> Plan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await authorization.OpenAsync(request, planId, cancellation);
        return refusal ?? JsonAnswer.Read(request, new PlanAnswer(plan!.File.Value, plan.Draft, plan.InForce, plan.Findings), plan.File);
    }

    [Function("GetPlanVersions")]
    public async Task<IResult> Versions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/versions")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await authorization.OpenAsync(request, planId, cancellation);
        return refusal
            ?? ListAnswer.Of(
                request,
                Enumerable
                    .Range(1, plan!.File.Value.Version)
                    .Select(number => new PlanVersionAnswer(number, $"/api/plans/{planId}/versions/{number}")),
                one => one.Number.ToString("D4", CultureInfo.InvariantCulture)
            );
    }

    [Function("GetPlanVersion")]
    public async Task<IResult> Version(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/versions/{version:int}")] HttpRequest request,
        string planId,
        int version,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await authorization.OpenAsync(request, planId, cancellation);
        return refusal
            ?? (
                await query.VersionAsync(plan!.File.Value, version, cancellation) is { } found
                    ? JsonAnswer.Read(request, found)
                    : JsonAnswer.NotFound("version")
            );
    }

    [Function("ComparePlanVersions")]
    public async Task<IResult> Compare(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/compare/{before:int}/{after:int}")]
            HttpRequest request,
        string planId,
        int before,
        int after,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await authorization.OpenAsync(request, planId, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        return
            await query.VersionAsync(plan!.File.Value, before, cancellation) is { } was
            && await query.VersionAsync(plan.File.Value, after, cancellation) is { } now
            ? JsonAnswer.Read(request, PlanComparison.Compare(was, now))
            : JsonAnswer.NotFound("version");
    }
}

/// <param name="InForce">The approved version; null before the first approval.</param>
/// <param name="Findings">What the rules say of what is for approval, or else of the version in force.</param>
public sealed record PlanAnswer(PlanRecord File, ActionPlan Draft, ActionPlan? InForce, IReadOnlyList<RuleFinding> Findings);

public sealed record PlanVersionAnswer(int Number, string Address);
