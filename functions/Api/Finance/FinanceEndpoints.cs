using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Api.Lists;
using ACip.Functions.Api.Programme;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.Finance;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Finance;

/// <summary>/api/agreements/{id}/finance…: the accounts of a grant. PUT one financial period, or POST a file of them, CSV or XLSX, which
/// is taken as a whole or refused line by line.</summary>
public sealed class FinanceEndpoints(FinanceService finance, ProgrammeDirectory directory, SignedInPerson signedIn)
{
    internal const int Largest = 5 << 20;

    [Function(nameof(ApiFinance))]
    public async Task<IResult> ApiFinance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agreements/{id}/finance")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ManageProgramme, request, cancellation) is { Granted: false } access ? access.Refusal
        : await IsKnownAsync(id, cancellation)
            ? ListAnswer.Of(request, await finance.ListAsync(new AgreementId(id), cancellation), one => one.Period.Value)
        : JsonAnswer.NotFound("agreement");

    [Function(nameof(ApiFinancePeriod))]
    public async Task<IResult> ApiFinancePeriod(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agreements/{id}/finance/{period}")] HttpRequest request,
        string id,
        string period,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ManageProgramme, request, cancellation) is { Granted: false } access ? access.Refusal
        : Slug.Is(id) && Slug.Is(period) && await finance.FindAsync(new AgreementId(id), new PeriodKey(period), cancellation) is { } found
            ? PlanAnswers.Tagged(request, found, ContentTag.Of(found))
        : JsonAnswer.NotFound("financial period");

    [Function(nameof(ApiSaveFinance))]
    public Task<IResult> ApiSaveFinance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{id}/finance/{period}")] HttpRequest request,
        string id,
        string period,
        CancellationToken cancellation
    ) =>
        RegisterSaving.SaveAsync<FinancialPeriod, FinancialPeriod>(
            signedIn,
            request,
            entry => entry.Agreement.Value == id && entry.Period.Value == period,
            finance.SaveAsync,
            cancellation
        );

    [Function(nameof(ApiImportFinance))]
    public async Task<IResult> ApiImportFinance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{id}/finance")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (!await IsKnownAsync(id, cancellation))
        {
            return JsonAnswer.NotFound("agreement");
        }

        if (await RequestBody.ReadAsync(request, Largest, cancellation) is not { } file)
        {
            return RequestBody.TooLarge(Largest);
        }

        FinanceImport import = await finance.ImportAsync(new AgreementId(id), file, access.Person.Id, cancellation);
        return import.Errors.Count == 0
            ? Results.Ok(
                new
                {
                    periods = import.Periods.Select(one => one.Period.Value),
                    forgiven = import.Forgiven.Select(one => one.In(access.Person.Language)),
                }
            )
            : LineErrors.Answer(import.Errors, access.Person.Language);
    }

    private async Task<bool> IsKnownAsync(string id, CancellationToken cancellation) =>
        (await directory.ReadAsync(cancellation)).Agreements.ContainsKey(new AgreementId(id));
}
