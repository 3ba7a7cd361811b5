using System.Globalization;
using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.ActionPlans;

/// <summary>GET /api/plans/{planId}/versions/{number}/verify opens an approved version and checks that row and blob are what was approved;
/// …/comparison?from=1&amp;to=2 compares any two versions, of which one may be "draft".</summary>
public sealed class PlanVersionEndpoints(ProgrammeTable table, PlanVersions versions, PlanArchive archive, PlanAuthorization access)
{
    private const string Draft = "draft";

    [Function(nameof(ApiVerifyVersion))]
    public async Task<IResult> ApiVerifyVersion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/versions/{number:int}/verify")] HttpRequest request,
        string planId,
        int number,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.ReadAsync(request, planId, cancellation);
        if (!entry.Granted)
        {
            return entry.Refusal;
        }

        PlanRecord? plan = (await PlanRows.FindAsync(table, entry.Plan, cancellation))?.Value;
        if (plan?.Versions.FirstOrDefault(one => one.Number == number) is not { } version)
        {
            return NoSuchVersion;
        }

        // read anew, not from what the process keeps: this is where somebody looks whether it is still what was approved
        ActionPlan row = await PlanRows.VersionAsync(table, entry.Plan, number, cancellation);
        return PlanAnswers.Tagged(
            request,
            new
            {
                version,
                isIntact = PlanDocument.Hash(row) == version.Sha256
                    && await archive.IsIntactAsync(entry.Plan, number, version.Sha256, cancellation),
                plan = row,
            },
            version.Sha256
        );
    }

    [Function(nameof(ApiComparison))]
    public async Task<IResult> ApiComparison(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/comparison")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.ReadAsync(request, planId, cancellation);
        if (!entry.Granted)
        {
            return entry.Refusal;
        }

        ActionPlan? from = await OpenAsync(entry, request.Query["from"].ToString(), cancellation),
            to = await OpenAsync(entry, request.Query["to"].ToString(), cancellation);
        if (from is null || to is null)
        {
            return NoSuchVersion;
        }

        PlanComparison changes = PlanComparison.Compare(from, to);
        return PlanAnswers.Json(
            new
            {
                changes.Header,
                changes.Items,
                changes.Series,
                breaches = PlanAnswers.Words(changes.Breaches, entry.Person.Language),
            }
        );
    }

    private static IResult NoSuchVersion =>
        PlanAnswers.Problem(StatusCodes.Status404NotFound, "no-such-version", "Give the number of an approved version, or \"draft\".");

    private async Task<ActionPlan?> OpenAsync(PlanEntry entry, string which, CancellationToken cancellation)
    {
        if (which == Draft)
        {
            return (await PlanRows.DraftAsync(table, entry.Plan, cancellation))?.Value;
        }

        PlanRecord? plan = (await PlanRows.FindAsync(table, entry.Plan, cancellation))?.Value;
        return
            plan is not null
            && int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= 1
            && number <= plan.Version
            ? await versions.ReadAsync(entry.Plan, number, cancellation)
            : null;
    }
}
