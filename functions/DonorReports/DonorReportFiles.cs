using ACip.Functions.Access;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.DonorReports;

/// <summary>GET /donor-reports/{agreement}/{period}/{language?}/{file?}: a donor report as a web page, or one of its files.</summary>
public sealed class DonorReportFiles(ProgrammeTable table, DonorReportArchive archive, SignedInPerson signedIn)
{
    [Function(nameof(DonorReportFiles))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "donor-reports/{agreement}/{period}/{language=en}/{file=report.html}")] HttpRequest request,
        string agreement,
        string period,
        string language,
        string file,
        CancellationToken cancellation)
    {
        Person? person = await signedIn.WhoAsync(request, cancellation);
        var access = await signedIn.MayAsync(Right.ReadProgramme, request, cancellation);
        bool readsForDonor = person?.Roles.Any(role => role.Role == Role.DonorReader) ?? false;
        if (!access.Granted && !readsForDonor)
        {
            return access.Refusal;
        }

        Row<DonorReportFile>? report = await DonorReportRows.FindAsync(table, new AgreementId(agreement), period, cancellation);
        DonorReportVersion? version = report?.Value.Versions.LastOrDefault(v => access.Granted || v.IssuedAt is not null);
        byte[]? bytes = version is null ? null : await archive.ReadAsync($"{version.Folder}/{language}/{file}", cancellation);
        return bytes is null
            ? Results.Problem("There is no such report, or it has not been issued.", statusCode: StatusCodes.Status404NotFound, type: "/problems/no-such-donor-report")
            : Results.Bytes(bytes, ReportParts.ContentTypeOf(file));
    }
}
