using ACip.Functions.Pages.DonorReports;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.HumanTasks;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.DonorReports;

/// <summary>GET /donor-links/{token}: what a donor's reader finds behind the link in the mail. GET …/{language}/{file}: one of the files.
/// POST …/acknowledgement: confirms receipt. Annexes are under …/annex/{file}, the manifest under …/files/. Opening is recorded but
/// decides nothing, because mail scanners open links; acknowledging therefore is a POST.</summary>
public sealed class DonorLinkEndpoints(DonorReportLinks links, DonorReportArchive archive, ProgrammeDirectory directory)
{
    [Function(nameof(DonorLinkEndpoints))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "donor-links/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation
    )
    {
        Guard(request);
        LinkTarget target = await links.FindAsync(token, cancellation);
        if (target is not LinkTarget.Open link)
        {
            return await RefuseAsync(request, target, cancellation);
        }

        await links.RecordAsync(link, "", cancellation);
        return await PageAsync(request, link, cancellation);
    }

    [Function(nameof(DonorLinkEndpoints) + "File")]
    public async Task<IResult> File(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "donor-links/{token}/{language}/{file}")] HttpRequest request,
        string token,
        string language,
        string file,
        CancellationToken cancellation
    )
    {
        Guard(request);
        LinkTarget target = await links.FindAsync(token, cancellation);
        if (target is not LinkTarget.Open link)
        {
            return await RefuseAsync(request, target, cancellation);
        }

        if (
            !RouteIds.Sound(language, file)
            || file == DonorReportArchive.Snapshot // it holds what the report withholds
            || await archive.ReadAsync(DonorReportArchive.NameOf(link.Version.Folder, language, file), cancellation) is not { } bytes
        )
        {
            return RouteIds.NoSuchReport;
        }

        await links.RecordAsync(link, $"{language}/{file}", cancellation);
        return Results.Bytes(
            bytes,
            ReportParts.ContentTypeOf(file),
            file == ReportParts.Html ? null : $"{link.Report.Agreement}-{link.Report.Period}-{language}-{file}"
        );
    }

    [Function(nameof(DonorLinkEndpoints) + "Acknowledgement")]
    public async Task<IResult> Acknowledge(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "donor-links/{token}/acknowledgement")] HttpRequest request,
        string token,
        CancellationToken cancellation
    )
    {
        Guard(request);
        LinkTarget target = await links.FindAsync(token, cancellation);
        if (target is not LinkTarget.Open link)
        {
            return await RefuseAsync(request, target, cancellation);
        }

        await links.AcknowledgeAsync(link, cancellation);
        return WantsPage(request) ? new SeeOther($"/donor-links/{token}") : Results.Ok(new { acknowledged = true });
    }

    /// <summary>Browsers get a page, programs a problem document.</summary>
    private async Task<IResult> RefuseAsync(HttpRequest request, LinkTarget target, CancellationToken cancellation)
    {
        if (!WantsPage(request))
        {
            return Problem(target);
        }

        bool expired = target is LinkTarget.Expired;
        return LinkResult.Show<NoticePage>(
            VisitOf(request, PageLanguage.Chosen(request) ?? PageLanguage.For(request, null), await directory.ReadAsync(cancellation)),
            expired ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound,
            (nameof(NoticePage.Notice), expired ? DonorLinkNotices.Expired : DonorLinkNotices.Nowhere)
        );
    }

    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static LinkContext VisitOf(HttpRequest request, Language language, ProgrammeRegister register) =>
        new(
            request.Path.Value ?? "/",
            language,
            PageLanguage.Chosen(request) is not null,
            null,
            Known: false,
            Csrf: "",
            register.Fictional
        );

    private static IResult Problem(LinkTarget target) =>
        target is LinkTarget.Expired
            ? ApiProblem.Of(StatusCodes.Status410Gone, "link-expired", "This link has expired; the Secretariat sends a new one on request.")
            : ApiProblem.Of(StatusCodes.Status404NotFound, "no-such-link", "This link leads nowhere.");

    /// <summary>The address contains the token, so caches must not store it and other sites must not see it.</summary>
    private static void Guard(HttpRequest request)
    {
        IHeaderDictionary headers = request.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'";
    }

    private async Task<IResult> PageAsync(HttpRequest request, LinkTarget.Open link, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        Language language =
            PageLanguage.Chosen(request)
            ?? (register.People.TryGetValue(link.Reader, out Person? reader) ? reader.Language : PageLanguage.For(request, null));
        GrantAgreement agreement = register.Agreements[link.Report.Agreement];
        return LinkResult.Show<DonorLinkPage>(
            VisitOf(request, language, register),
            StatusCodes.Status200OK,
            (nameof(DonorLinkPage.Link), link),
            (nameof(DonorLinkPage.Heading), agreement.Framework.TermIn(agreement.Title, language)),
            (
                nameof(DonorLinkPage.NameOf),
                new Func<PersonId, string>(person => register.People.TryGetValue(person, out Person? known) ? known.Name : person.Value)
            ),
            (nameof(DonorLinkPage.Files), await archive.ManifestAsync(link.Version.Folder, cancellation))
        );
    }
}
