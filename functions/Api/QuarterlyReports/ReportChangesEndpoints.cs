using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.QuarterlyReports;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>GET /api/plans/{planId}/reports/{period}/changes: how each item has changed since the report was sent back; …/changes.csv: the
/// same as a file, in the reader's language.</summary>
public sealed class ReportChangesEndpoints(ReportQuery reading, PlanReadAuthorization authorization, SignedInPerson signedIn)
{
    private const string Route = "api/plans/{planId}/reports/{period}/changes";

    public static string FileOf(string plan, PeriodKey period) => $"/api/plans/{plan}/reports/{period}/changes.csv";

    [Function(nameof(ApiReportChanges))]
    public async Task<IResult> ApiReportChanges(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellation
    )
    {
        (ReportReadModel? report, IResult? refusal) = await ReadAsync(request, planId, period, cancellation);
        return report is null ? refusal! : ListAnswer.Of(request, report.Changes, one => one.Item);
    }

    [Function(nameof(ApiReportChangesFile))]
    public async Task<IResult> ApiReportChangesFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + ".csv")] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellation
    )
    {
        (ReportReadModel? report, IResult? refusal) = await ReadAsync(request, planId, period, cancellation);
        if (report is null)
        {
            return refusal!;
        }

        IReadOnlyList<FormItem> items = ReportItems.Of(report.Version, report.File.Value.Period);
        Language language = (await signedIn.WhoAsync(request, cancellation))?.Language ?? Language.En;
        return Results.Bytes(
            RoundChangesCsv.Write(report.Changes, items, language),
            "text/csv; charset=utf-8",
            $"changes-{planId}-{period}.csv"
        );
    }

    private async Task<(ReportReadModel? Report, IResult? Refusal)> ReadAsync(
        HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await authorization.OpenAsync(request, planId, cancellation);
        return refusal is not null ? (null, refusal)
            : await reading.ReadAsync(plan!.File.Value.Id, new PeriodKey(period), cancellation) is { } report ? (report, null)
            : (null, JsonAnswer.NotFound("report"));
    }
}
