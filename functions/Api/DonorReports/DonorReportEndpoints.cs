using System.Globalization;
using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.DonorReports;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;
using ACip.Workflows.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.DonorReports;

/// <summary>GET /api/donor-reports…: the status of donor reports, and whether a report still agrees with its snapshot.</summary>
public sealed class DonorReportEndpoints(
    DonorReportQuery query,
    StoredReportVerification verification,
    SignedInPerson signedIn,
    ProgrammeQuery programme,
    FilteredLists lists,
    TimeProvider clock
)
{
    [Function("GetDonorReports")]
    public async Task<IResult> DonorReports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/donor-reports")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } no
            ? no.Refusal!
            : await lists.AnswerAsync(
                request,
                "donor-reports",
                (await programme.ReadAsync(cancellation)).DonorReports,
                one => $"{one.Agreement}/{one.Period}",
                cancellation
            );

    [Function("GetDonorReport")]
    public async Task<IResult> DonorReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/donor-reports/{agreement}/{period}")] HttpRequest request,
        string agreement,
        string period,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ReadProgramme, request, cancellation);
        return !access.Granted ? access.Refusal
            : await query.ReadAsync(new AgreementId(agreement), new PeriodKey(period), cancellation) is { } report
                ? JsonAnswer.Read(request, report.File.Value, report.File)
            : JsonAnswer.NotFound("donor report");
    }

    /// <summary>Auditors have every figure of any ?version=N traced back to stored data. A donor's reader has the issued files
    /// compared.</summary>
    [Function("VerifyDonorReport")]
    public async Task<IResult> Verify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/donor-reports/{agreement}/{period}/verify")] HttpRequest request,
        string agreement,
        string period,
        CancellationToken cancellation
    )
    {
        if (await signedIn.WhoAsync(request, cancellation) is not { } person)
        {
            return PlanReadAuthorization.SignInFirst;
        }

        if (!RouteIds.Sound(agreement, period))
        {
            return RouteIds.NoSuchReport;
        }

        if ((await signedIn.MayAsync(Right.VerifyAudit, request, cancellation)).Granted)
        {
            string asked = request.Query["version"].ToString();
            if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && asked.Length > 0)
            {
                return JsonAnswer.NotFound("version");
            }

            int? wanted = asked.Length == 0 ? null : number;
            return await verification.VerifyAsync(new AgreementId(agreement), new PeriodKey(period), wanted, cancellation) is { } verified
                ? JsonAnswer.Read(
                    request,
                    ReportVerified.Of(verified.Version, verified.ManifestSha256, verified.Renderer, verified.Findings)
                )
                : JsonAnswer.NotFound("donor report");
        }

        DonorReportReadModel? report = await query.ReadAsync(new AgreementId(agreement), new PeriodKey(period), cancellation);
        DonorReportVersion? version = report is null
            ? null
            : DonorReportReadPolicy.VersionFor(person, report.Agreement, report.File.Value, clock.UtcToday());
        if (version is null)
        {
            return JsonAnswer.NotFound("donor report");
        }

        IReadOnlyList<Finding> findings = await query.VerifyAsync(version, cancellation);
        int? renderer = (await query.FilesAsync(version, cancellation))?.MadeBy;
        return JsonAnswer.Read(request, ReportVerified.Of(version.Number, version.ManifestSha256, renderer, findings));
    }
}

/// <param name="Sound">True where nothing was found.</param>
/// <param name="Renderer">Version of the renderer that made the files; null where the manifest cannot be read.</param>
/// <param name="MadeAgain">True where the files were made again and compared; false where another version of the renderer made
/// them.</param>
public sealed record ReportVerified(
    int Version,
    string ManifestSha256,
    bool Sound,
    int? Renderer,
    bool MadeAgain,
    IReadOnlyList<Finding> Findings
)
{
    internal static ReportVerified Of(int version, string manifestSha256, int? renderer, IReadOnlyList<Finding> findings) =>
        new(
            version,
            manifestSha256,
            findings.Count == 0,
            renderer,
            renderer == Workflows.DonorReports.Rendering.Renderer.Version,
            findings
        );
}
