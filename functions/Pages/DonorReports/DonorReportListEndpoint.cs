using ACip.Functions.Authorization;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>GET /donor-reports: all for the Secretariat; for a donor's reader, what was issued to that donor.</summary>
public sealed class DonorReportListEndpoint(PageFrame frame, DonorReportQuery query)
{
    [Function(nameof(DonorReportListEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "donor-reports")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is null)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        return PageFrame.Show<DonorReportListPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(DonorReportListPage.Reports)] = Rows(
                    page,
                    await query.ListAsync(DateOnly.FromDateTime(page.Now.UtcDateTime), cancellation)
                ),
            }
        );
    }

    internal static IReadOnlyList<DonorReportRow> Rows(PageContext page, IEnumerable<DonorReportReadModel> reports) =>
        Rows(page, reports.Select(one => (one.File.Value, one.Agreement)));

    /// <summary>Those that the reader may see, as far as they may.</summary>
    internal static IReadOnlyList<DonorReportRow> Rows(
        PageContext page,
        IEnumerable<(DonorReportRecord Report, GrantAgreement Agreement)> reports
    )
    {
        DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
        bool all = DonorReportReadPolicy.MayReadAll(page.Person, today);
        return
        [
            .. reports
                .Where(one => all || DonorReportReadPolicy.VersionFor(page.Person, one.Agreement, one.Report, today) is not null)
                .Select(one =>
                {
                    DonorReportRecord report = one.Report;
                    // a donor is not told that a newer version is being argued about
                    DonorReportState state = all ? report.State : DonorReportState.Issued;
                    return new DonorReportRow(
                        report.Agreement,
                        one.Agreement.Title,
                        one.Agreement.Donor,
                        report.Period,
                        report.Label,
                        state,
                        report.Versions.Count,
                        report.Deadline,
                        all && page.Now > report.Deadline && state is not (DonorReportState.Issued or DonorReportState.Superseded)
                    );
                }),
        ];
    }
}
