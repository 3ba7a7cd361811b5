using ACip.Functions.Access;
using ACip.Functions.Pages;
using ACip.Workflows.Programme;
using ACip.Workflows.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Reporting;

/// <summary>GET /plans/{planId}/reports/{period}: what was reported beside last period and target, what it raises, all rounds; for reviewers, the decision.</summary>
public sealed class ReportPage(PageShell shell, ReportReading reading)
{
    [Function(nameof(ReportPage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans/{planId}/reports/{period}")] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (page.Person is null)
        {
            return PageShell.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        if (await reading.ReadAsync(new PlanId(planId), period, cancellation) is not { } report
            || !PlanReaders.MayRead(page.Person, report.File.Value.Administration, DateOnly.FromDateTime(page.Now.UtcDateTime)))
        {
            return PageShell.Refuse(page, StatusCodes.Status404NotFound);
        }

        bool decides = PageShell.May(Right.ReviewReport, page) && !PlanReaders.Coordinates(page.Person, report.File.Value.Administration, DateOnly.FromDateTime(page.Now.UtcDateTime));
        bool wrote = Authorship.Of(report.File.Value).Contains(page.Person.Id);
        return PageShell.Show<ReportSheet>(page, new Dictionary<string, object?>
        {
            [nameof(ReportSheet.Report)] = report,
            [nameof(ReportSheet.Wrote)] = decides && wrote,
            [nameof(ReportSheet.Token)] = decides && !wrote ? shell.TokenFor(page, ReportDecisionForm.PathOf(planId, period)) : null,
            [nameof(ReportSheet.TokenFor)] = (Func<string, string>)(path => shell.TokenFor(page, path)),
            [nameof(ReportSheet.Manages)] = PageShell.May(Right.ManageProgramme, page),
            [nameof(ReportSheet.Coordinates)] = PlanReaders.Coordinates(page.Person, report.File.Value.Administration, DateOnly.FromDateTime(page.Now.UtcDateTime)),
            [nameof(ReportSheet.Restates)] = PageShell.May(Right.DecideRestatement, page),
            [nameof(ReportSheet.Done)] = request.Query.ContainsKey("done"),
        });
    }
}
