using System.Globalization;
using ACip.Functions.Access;
using ACip.Functions.ActionPlans;
using ACip.Functions.Api;
using ACip.Functions.Programme;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.DonorReports;

/// <summary>GET /api/donor-reports…: how donor reports stand, and whether one still agrees with its snapshot.</summary>
public sealed class DonorReportApi(DonorReportShelf shelf, StoredReportVerification verification, SignedInPerson signedIn, ProgrammeReading programme, TimeProvider clock)
{
    [Function("GetDonorReports")]
    public async Task<IResult> DonorReports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/donor-reports")] HttpRequest request,
        CancellationToken cancellation) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } no
            ? no.Refusal!
            : ApiAnswer.Page(request, (await programme.ReadAsync(cancellation)).DonorReports, one => $"{one.Agreement}/{one.Period}");

    [Function("GetDonorReport")]
    public async Task<IResult> DonorReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/donor-reports/{agreement}/{period}")] HttpRequest request,
        string agreement,
        string period,
        CancellationToken cancellation)
    {
        var access = await signedIn.MayAsync(Right.ReadProgramme, request, cancellation);
        return !access.Granted ? access.Refusal
            : await shelf.ReadAsync(new AgreementId(agreement), period, cancellation) is { } report ? ApiAnswer.Read(request, report.File.Value, report.File)
            : ApiAnswer.NotFound("donor report");
    }

    /// <summary>Who may verify the audit has every figure walked back to what is stored, for any ?version=N; a donor's reader has the files compared that were issued.</summary>
    [Function("VerifyDonorReport")]
    public async Task<IResult> Verify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/donor-reports/{agreement}/{period}/verify")] HttpRequest request,
        string agreement,
        string period,
        CancellationToken cancellation)
    {
        if (await signedIn.WhoAsync(request, cancellation) is not { } person)
        {
            return PlanGate.SignInFirst;
        }

        if (!ApiRoute.Sound(agreement, period))
        {
            return ApiRoute.NoSuchReport;
        }

        if ((await signedIn.MayAsync(Right.VerifyAudit, request, cancellation)).Granted)
        {
            string asked = request.Query["version"].ToString();
            if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && asked.Length > 0)
            {
                return ApiAnswer.NotFound("version");
            }

            int? wanted = asked.Length == 0 ? null : number;
            return await verification.VerifyAsync(new AgreementId(agreement), period, wanted, cancellation) is { } verified
                ? ApiAnswer.Read(request, new ReportVerified(verified.Version, verified.ManifestSha256, verified.Findings.Count == 0, verified.Findings))
                : ApiAnswer.NotFound("donor report");
        }

        DonorReportView? report = await shelf.ReadAsync(new AgreementId(agreement), period, cancellation);
        DonorReportVersion? version = report is null ? null : DonorReaders.VersionFor(person, report.Agreement, report.File.Value, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (version is null)
        {
            return ApiAnswer.NotFound("donor report");
        }

        IReadOnlyList<Finding> findings = await shelf.VerifyAsync(version, report!.Agreement.Schedule.Languages, cancellation);
        return ApiAnswer.Read(request, new ReportVerified(version.Number, version.ManifestSha256, findings.Count == 0, findings));
    }
}

/// <param name="Sound">True where nothing was found.</param>
public sealed record ReportVerified(int Version, string ManifestSha256, bool Sound, IReadOnlyList<Finding> Findings);
