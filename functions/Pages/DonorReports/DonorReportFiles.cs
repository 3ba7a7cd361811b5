using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>GET /donor-reports/{agreement}/{period}/{language}/{file}: one file of a donor report, as it was signed off.</summary>
public sealed class DonorReportFiles(DonorReportQuery query, DonorReportArchive archive, SignedInPerson signedIn, TimeProvider clock)
{
    [Function(nameof(DonorReportFiles))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "donor-reports/{agreement}/{period}/{language}/{file}")]
            HttpRequest request,
        string agreement,
        string period,
        string language,
        string file,
        CancellationToken cancellation
    )
    {
        Person? person = await signedIn.WhoAsync(request, cancellation);
        DateOnly today = clock.UtcToday();
        DonorReportVersion? version = await query.ReadAsync(new AgreementId(agreement), new PeriodKey(period), cancellation) is { } report
            ? DonorReportReadPolicy.VersionFor(person, report.Agreement, report.File.Value, today)
            : null;
        bool verifies = person is not null && Rights.For(Right.VerifyAudit).Any(role => person.Holds(role, today));
        byte[]? bytes =
            version is null || !Slug.Is(language) || !Slug.Is(file) || (file == DonorReportArchive.Snapshot && !verifies)
                ? null
                : await archive.ReadAsync(DonorReportArchive.NameOf(version.Folder, language, file), cancellation);
        if (bytes is not null && verifies && file == ReportParts.Html && request.Query.ContainsKey("sources"))
        {
            bytes = FigureLinks.In(bytes, $"/donor-reports/{agreement}/{period}/lineage");
        }

        if (bytes is null)
        {
            // a report of another donor, one that is not issued and none at all look the same
            return ApiProblem.Of(
                person is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status404NotFound,
                person is null ? "not-signed-in" : "no-such-donor-report",
                "There is no such report, or it has not been issued."
            );
        }

        request.HttpContext.Response.Headers.ContentSecurityPolicy = PageHeaders.PolicyForFiles;
        request.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(
            bytes,
            ReportParts.ContentTypeOf(file),
            file is ReportParts.Html or ReportParts.Json ? null : $"{agreement}-{period}-{language}-{file}",
            entityTag: new EntityTagHeaderValue(
                $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..32]}\""
            )
        );
    }
}
