using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Programme;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Programme;

/// <summary>GET /api/agreements/{id}/coverage: which of the donor's indicators the current plans supply, and which no plan does.</summary>
public sealed class FrameworkCoverageEndpoints(CoverageQuery reading, ProgrammeDirectory directory, SignedInPerson signedIn)
{
    [Function(nameof(ApiCoverage))]
    public async Task<IResult> ApiCoverage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agreements/{id}/coverage")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ReadProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (!register.Agreements.TryGetValue(new AgreementId(id), out GrantAgreement? agreement))
        {
            return PlanAnswers.Problem(StatusCodes.Status404NotFound, "not-registered", "No agreement is registered under this id.");
        }

        FrameworkCoverage coverage = await reading.ReadAsync(agreement, register, cancellation);
        return PlanAnswers.Json(
            new
            {
                agreement = agreement.Id,
                unfed = coverage.Unfed.Select(indicator => new
                {
                    indicator.Code,
                    Statement = indicator.StatementIn(access.Person.Language),
                }),
                silent = coverage.Silent,
                astray = coverage.Astray,
                indicators = coverage.Indicators.Select(covered => new
                {
                    covered.Indicator.Code,
                    Statement = covered.Indicator.StatementIn(access.Person.Language),
                    covered.Feeds,
                }),
            }
        );
    }
}
