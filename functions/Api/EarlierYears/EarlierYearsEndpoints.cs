using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Workflows.EarlierYears;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.EarlierYears;

/// <summary>/api/plans/{planId}/history: accepted figures of earlier years. POST a file of them, CSV or XLSX, with ?source=….</summary>
public sealed class EarlierYearsEndpoints(EarlierYearsService years, SignedInPerson signedIn)
{
    internal const int Largest = 5 << 20;

    [Function(nameof(ApiHistory))]
    public async Task<IResult> ApiHistory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/history")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } access
            ? access.Refusal
            : ListAnswer.Of(
                request,
                await years.ListAsync(new PlanId(planId), cancellation),
                one => PeriodKey.Of(one.Start, one.End).Value
            );

    [Function(nameof(ApiImportHistory))]
    public async Task<IResult> ApiImportHistory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/history")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (await RequestBody.ReadAsync(request, Largest, cancellation) is not { } file)
        {
            return RequestBody.TooLarge(Largest);
        }

        HistoricImport import = await years.ImportAsync(
            new PlanId(planId),
            request.Query["source"].ToString(),
            file,
            access.Person.Id,
            cancellation
        );
        return import.Errors.Count == 0
            ? Results.Ok(
                new
                {
                    periods = import.Reports.Select(one => one.Period.Value),
                    forgiven = import.Forgiven.Select(one => one.In(access.Person.Language)),
                }
            )
            : LineErrors.Answer(import.Errors, access.Person.Language);
    }
}
