using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.HoldUps;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>GET /plans/{planId}/reports/{period}: what was reported beside last period and target, the questions that it raises, and all
/// rounds; for reviewers, the decision form.</summary>
public sealed class ReportPageEndpoint(PageFrame frame, ReportQuery reading, HoldUpQuery holdUps)
{
    [Function(nameof(ReportPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans/{planId}/reports/{period}")] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is null)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        if (
            await reading.ReadAsync(new PlanId(planId), new PeriodKey(period), cancellation) is not { } report
            || !PlanReadPolicy.MayRead(page.Person, report.File.Value.Administration, DateOnly.FromDateTime(page.Now.UtcDateTime))
        )
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        bool decides =
            PageFrame.May(Right.ReviewReport, page)
            && !PlanReadPolicy.Coordinates(page.Person, report.File.Value.Administration, DateOnly.FromDateTime(page.Now.UtcDateTime));
        bool wrote = ReportAuthors.Of(report.File.Value).Contains(page.Person.Id);
        return PageFrame.Show<ReportPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(ReportPage.Report)] = report,
                [nameof(ReportPage.HoldUp)] = await holdUps.OfAsync(report.File.Value, cancellation),
                [nameof(ReportPage.Wrote)] = decides && wrote,
                [nameof(ReportPage.Token)] =
                    decides && !wrote ? frame.TokenFor(page, ReportDecisionFormEndpoint.PathOf(planId, new PeriodKey(period))) : null,
                [nameof(ReportPage.TokenFor)] = (Func<string, string>)(path => frame.TokenFor(page, path)),
                [nameof(ReportPage.Manages)] = PageFrame.May(Right.ManageProgramme, page),
                [nameof(ReportPage.Coordinates)] = PlanReadPolicy.Coordinates(
                    page.Person,
                    report.File.Value.Administration,
                    DateOnly.FromDateTime(page.Now.UtcDateTime)
                ),
                [nameof(ReportPage.Restates)] = PageFrame.May(Right.DecideRestatement, page),
                [nameof(ReportPage.Reviews)] = PageFrame.May(Right.ReviewReport, page),
                [nameof(ReportPage.Checks)] = PageFrame.May(Right.HandleMail, page),
                [nameof(ReportPage.Done)] = request.Query.ContainsKey("done"),
            }
        );
    }
}
