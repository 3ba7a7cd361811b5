using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.HoldUps;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;
using ACip.Workflows.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>GET /donor-reports/{agreement}/{period}: a report's status, its versions and files, and the result of verification; for
/// approvers, the signing form.</summary>
public sealed class DonorReportPageEndpoint(
    PageFrame frame,
    DonorReportQuery query,
    StoredReportVerification verification,
    HoldUpQuery holdUps
)
{
    [Function(nameof(DonorReportPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "donor-reports/{agreement}/{period}")] HttpRequest request,
        string agreement,
        string period,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is null)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
        bool all = DonorReportReadPolicy.MayReadAll(page.Person, today);
        DonorReportReadModel? report = await query.ReadAsync(new AgreementId(agreement), new PeriodKey(period), cancellation);
        DonorReportVersion? version = report is null
            ? null
            : DonorReportReadPolicy.VersionFor(page.Person, report.Agreement, report.File.Value, today);
        if (report is null || (version is null && !all))
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        // rendering again takes a while, so only on asking
        IReadOnlyList<Finding>? findings =
            version is null || !request.Query.ContainsKey("verify") ? null : await VerifyAsync(page, report, version, cancellation);
        bool signs = PageFrame.May(Right.SignDonorReport, page),
            wrote = report.File.Value.Latest is { } latest && DonorReportAuthors.Of(latest).Contains(page.Person.Id),
            writes = Writes(page, report);
        return PageFrame.Show<DonorReportPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(DonorReportPage.Report)] = report,
                [nameof(DonorReportPage.HoldUp)] = all ? await holdUps.OfAsync(report.File.Value, cancellation) : null,
                [nameof(DonorReportPage.Version)] = version,
                [nameof(DonorReportPage.Inside)] = all,
                [nameof(DonorReportPage.Findings)] = findings,
                [nameof(DonorReportPage.Files)] = version is null ? null : await query.FilesAsync(version, cancellation),
                [nameof(DonorReportPage.Verifies)] = PageFrame.May(Right.VerifyAudit, page),
                [nameof(DonorReportPage.Wrote)] = signs && wrote,
                [nameof(DonorReportPage.Token)] = signs && !wrote ? Token(DonorReportDecisionFormEndpoint.PathOf) : null,
                [nameof(DonorReportPage.RatingToken)] = writes ? Token(OutcomeRatingFormEndpoint.PathOf) : null,
                [nameof(DonorReportPage.FirstToken)] = writes ? Token(FirstTextsFormEndpoint.PathOf) : null,
                [nameof(DonorReportPage.First)] = writes ? await query.FirstAsync(report, cancellation) : [],
                [nameof(DonorReportPage.TextToken)] = writes ? Token(FinalTextFormEndpoint.PathOf) : null,
                [nameof(DonorReportPage.Done)] = request.Query.ContainsKey("done"),
            }
        );

        string Token(Func<string, PeriodKey, string> pathOf) => frame.TokenFor(page, pathOf(agreement, new PeriodKey(period)));
    }

    private static bool Writes(PageContext page, DonorReportReadModel report) =>
        PageFrame.May(Right.ManageProgramme, page) && report.File.Value.TakesTexts;

    /// <summary>For auditors, verification goes back to the facts; others are told whether the files are those that were issued.</summary>
    private async Task<IReadOnlyList<Finding>?> VerifyAsync(
        PageContext page,
        DonorReportReadModel report,
        DonorReportVersion version,
        CancellationToken cancellation
    ) =>
        PageFrame.May(Right.VerifyAudit, page)
            ? (await verification.VerifyAsync(report.Agreement.Id, report.File.Value.Period, version.Number, cancellation))?.Findings
            : await query.VerifyAsync(version, cancellation);
}
