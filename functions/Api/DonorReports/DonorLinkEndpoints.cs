using System.Globalization;
using System.Net;
using System.Text;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.DonorReports;

/// <summary>
/// GET /donor-links/{token}: what a donor's reader finds behind the link in the mail. GET …/{language}/{file}: one of the files. POST
/// …/acknowledgement: “it has come”.
/// Opening is put on record and decides nothing, for mail scanners open links; acknowledging is a POST.
/// </summary>
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
            return Refuse(target);
        }

        await links.RecordAsync(link, "", cancellation);
        return Results.Content(await PageAsync(link, token, cancellation), "text/html; charset=utf-8");
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
            return Refuse(target);
        }

        if (
            !RouteIds.Sound(language, file)
            || await archive.ReadAsync($"{link.Version.Folder}/{language}/{file}", cancellation) is not { } bytes
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
            return Refuse(target);
        }

        await links.AcknowledgeAsync(link, cancellation);
        return request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? new SeeOther($"/donor-links/{token}")
            : Results.Ok(new { acknowledged = true });
    }

    private static IResult Refuse(LinkTarget target) =>
        target is LinkTarget.Expired
            ? Results.Problem(
                "This link has expired; the Secretariat sends a new one on request.",
                statusCode: StatusCodes.Status410Gone,
                type: "/problems/link-expired"
            )
            : Results.Problem("This link leads nowhere.", statusCode: StatusCodes.Status404NotFound, type: "/problems/no-such-link");

    /// <summary>The address holds the token: it is neither kept by caches nor told to other sites.</summary>
    private static void Guard(HttpRequest request)
    {
        IHeaderDictionary headers = request.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'";
    }

    private async Task<string> PageAsync(LinkTarget.Open link, string token, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        GrantAgreement agreement = register.Agreements[link.Report.Agreement];
        Language language = register.People.TryGetValue(link.Reader, out Person? reader) ? reader.Language : Language.En;
        string Say(Text text) => WebUtility.HtmlEncode(text.In(language));
        string title = WebUtility.HtmlEncode(agreement.Title);
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!doctype html><html lang="{language.Tag}" dir="{language.Direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>{title}</title>
            <style>body{"{"}font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a{"}"}code{"{"}overflow-wrap:anywhere{"}"}button{"{"}font:inherit;padding:.5rem 1rem{"}"}.notice{"{"}background:#fff3cd;padding:.5rem 1rem{"}"}</style></head><body><main>
            """
        );
        if (register.Fictional)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"notice\">{WebUtility.HtmlEncode(Fictional.Notices.In(language))}</p>");
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"<h1>{title}</h1><p>{link.Report.Start:yyyy-MM-dd} – {link.Report.End:yyyy-MM-dd}, {Say(Texts.Version)} {link.Version.Number}</p>"
        );
        if (link.Version.SupersededAt is not null)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"notice\">{Say(Texts.LaterVersionReplacedOne)}</p>");
        }

        if (link.Version is { Supersedes: { } replaced, ChangeNote: { } note })
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{Say(Texts.ReplacesVersion)} {replaced}: {WebUtility.HtmlEncode(note)}</p>");
        }

        foreach (Language one in agreement.Schedule.Languages)
        {
            string folder = one.Tag;
            page.Append(CultureInfo.InvariantCulture, $"<h2>{one.Name}</h2><ul>");
            foreach (string file in ReportParts.All)
            {
                page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/donor-links/{token}/{folder}/{file}\">{file}</a></li>");
            }

            page.Append("</ul>");
        }

        page.Append(CultureInfo.InvariantCulture, $"<p>SHA-256 ({Say(Texts.Manifest)}): <code>{link.Version.ManifestSha256}</code></p>");
        page.Append(
            link.Version.Acknowledged.FirstOrDefault(one => one.By == link.Reader) is { } said
                ? string.Create(CultureInfo.InvariantCulture, $"<p>{Say(Texts.YouAcknowledgedReceiptOn)} {said.At:yyyy-MM-dd}.</p>")
                : $"<form method=\"post\" action=\"/donor-links/{token}/acknowledgement\"><button>{Say(Texts.AcknowledgeReceipt)}</button></form>"
        );
        page.Append(
            CultureInfo.InvariantCulture,
            $"<p>{Say(Texts.ThisLinkExpiresOn)} {link.Until:yyyy-MM-dd HH:mm} UTC.</p></main></body></html>"
        );
        return page.ToString();
    }
}
