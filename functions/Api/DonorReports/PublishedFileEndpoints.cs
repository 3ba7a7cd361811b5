using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.Publication;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.DonorReports;

/// <summary>GET /published/{agreement}/iati.xml and …/{language}/{file}: the published files of an agreement, at an address that stays the
/// same for all versions. Open to everybody.</summary>
public sealed class PublishedFileEndpoints(PublicationService publications)
{
    [Function("PublishedActivity")]
    public async Task<IResult> Activity(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "published/{agreement}/iati.xml")] HttpRequest request,
        string agreement,
        CancellationToken cancellation
    ) =>
        RouteIds.Sound(agreement)
            ? Answer(request, await publications.IatiAsync(new AgreementId(agreement), cancellation), ReportParts.Iati)
            : RouteIds.NoSuchReport;

    [Function("PublishedDocument")]
    public async Task<IResult> Document(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "published/{agreement}/{language}/{file}")] HttpRequest request,
        string agreement,
        string language,
        string file,
        CancellationToken cancellation
    ) =>
        RouteIds.Sound(agreement, language, file)
            ? Answer(request, await publications.DocumentAsync(new AgreementId(agreement), language, file, cancellation), file)
            : RouteIds.NoSuchReport;

    private static IResult Answer(HttpRequest request, PublishedFile found, string file)
    {
        if (found.Bytes is not { } bytes)
        {
            return found.WasThere ? ApiProblem.Of(StatusCodes.Status410Gone, "withdrawn", "It was taken back.") : RouteIds.NoSuchReport;
        }

        request.HttpContext.Response.Headers.ContentSecurityPolicy = PageHeaders.PolicyForFiles;
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(bytes, ReportParts.ContentTypeOf(file));
    }
}
