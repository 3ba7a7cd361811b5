using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>GET /donor-reports/{agreement}/{period}/lineage?figure=1111.1/total: the values counted in a figure, each with its reply,
/// acceptance and evidence. Not for donors, because it shows what the report withholds.</summary>
public sealed class LineagePageEndpoint(PageFrame frame, StoredReportVerification verification, ProgrammeDirectory directory)
{
    [Function(nameof(LineagePageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "donor-reports/{agreement}/{period}/lineage")] HttpRequest request,
        string agreement,
        string period,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.VerifyAudit, page) is { } refusal)
        {
            return refusal;
        }

        string figure = request.Query["figure"].ToString();
        string indicator = figure.Split('/')[0];
        IReadOnlyList<LineageEntry>? entries =
            indicator.Length is > 0 and <= 60 && Slug.Is(agreement) && Slug.Is(period)
                ? await verification.LineageAsync(new AgreementId(agreement), new PeriodKey(period), indicator, cancellation)
                : null;
        return entries is null
            ? PageFrame.Refuse(page, StatusCodes.Status404NotFound)
            : PageFrame.Show<LineagePage>(
                page,
                new Dictionary<string, object?>
                {
                    [nameof(LineagePage.Figure)] = indicator,
                    [nameof(LineagePage.Back)] = $"/donor-reports/{agreement}/{period}",
                    [nameof(LineagePage.Entries)] = entries,
                    [nameof(LineagePage.Register)] = await directory.ReadAsync(cancellation),
                }
            );
    }
}
