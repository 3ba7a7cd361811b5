using ACip.Functions.Access;
using ACip.Functions.Pages;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Programme;
using ACip.Workflows.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.DonorReports;

/// <summary>GET /donor-reports/{agreement}/{period}: how a report stands, its versions and files, what verification says; for approvers, the signature.</summary>
public sealed class DonorReportPage(PageShell shell, DonorReportShelf shelf, StoredReportVerification verification)
{
    [Function(nameof(DonorReportPage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "donor-reports/{agreement}/{period}")] HttpRequest request,
        string agreement,
        string period,
        CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (page.Person is null)
        {
            return PageShell.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
        bool all = DonorReaders.MayReadAll(page.Person, today);
        DonorReportView? report = await shelf.ReadAsync(new AgreementId(agreement), period, cancellation);
        DonorReportVersion? version = report is null ? null : DonorReaders.VersionFor(page.Person, report.Agreement, report.File.Value, today);
        if (report is null || (version is null && !all))
        {
            return PageShell.Refuse(page, StatusCodes.Status404NotFound);
        }

        // rendering again takes a while, so only on asking
        IReadOnlyList<Finding>? findings = version is null || !request.Query.ContainsKey("verify") ? null
            : PageShell.May(Right.VerifyAudit, page) ? (await verification.VerifyAsync(report.Agreement.Id, period, version.Number, cancellation))?.Findings
            : await shelf.VerifyAsync(version, report.Agreement.Schedule.Languages, cancellation);
        bool signs = PageShell.May(Right.SignDonorReport, page), wrote = report.File.Value.Latest is { } latest && Authorship.Of(latest).Contains(page.Person.Id);
        return PageShell.Show<DonorReportSheet>(page, new Dictionary<string, object?>
        {
            [nameof(DonorReportSheet.Report)] = report,
            [nameof(DonorReportSheet.Version)] = version,
            [nameof(DonorReportSheet.Inside)] = all,
            [nameof(DonorReportSheet.Findings)] = findings,
            [nameof(DonorReportSheet.Wrote)] = signs && wrote,
            [nameof(DonorReportSheet.Token)] = signs && !wrote ? shell.TokenFor(page, DonorReportDecisionForm.PathOf(agreement, period)) : null,
            [nameof(DonorReportSheet.Done)] = request.Query.ContainsKey("done"),
        });
    }
}
