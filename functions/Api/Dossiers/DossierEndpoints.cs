using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.Dossiers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Dossiers;

/// <summary>GET …/dossier of a plan, a report or a grant: one ZIP for an auditor without an account.</summary>
public sealed class DossierEndpoints(DossierService dossiers, DossierQuery reading, SignedInPerson signedIn)
{
    [Function(nameof(PlanDossier))]
    public Task<IResult> PlanDossier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/dossier")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    ) => AnswerAsync(request, planId, () => reading.PlanAsync(new PlanId(planId), cancellation), cancellation);

    [Function(nameof(ReportDossier))]
    public Task<IResult> ReportDossier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/reports/{period}/dossier")] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellation
    ) =>
        AnswerAsync(
            request,
            $"{planId}{period}",
            () => reading.ReportAsync(new PlanId(planId), new PeriodKey(period), cancellation),
            cancellation
        );

    [Function(nameof(GrantDossier))]
    public Task<IResult> GrantDossier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agreements/{id}/dossier")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) => AnswerAsync(request, id, () => reading.GrantAsync(new AgreementId(id), cancellation), cancellation);

    /// <summary>Written to disk first: its table of contents is at its end, and evidence may be larger than memory.</summary>
    private async Task<IResult> AnswerAsync(
        HttpRequest request,
        string slug,
        Func<Task<DossierMatter?>> find,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.VerifyAudit, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (!Slug.Is(slug) || await find() is not { } matter)
        {
            return JsonAnswer.NotFound("dossier");
        }

        FileStream zip = new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );
        try
        {
            await dossiers.WriteAsync(matter, access.Person.Id, access.Person.Language, zip, cancellation);
            zip.Position = 0;
            return Results.File(zip, "application/zip", $"{matter.Name}.zip");
        }
        catch
        {
            await zip.DisposeAsync();
            throw;
        }
    }
}
