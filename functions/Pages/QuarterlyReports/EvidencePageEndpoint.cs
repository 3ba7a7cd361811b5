using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>GET /plans/{planId}/reports/{period}/evidence/{sha256}: a released file, to view or, with ?download, to save. POST: an officer
/// has checked it.</summary>
public sealed class EvidencePageEndpoint(PageFrame frame, EvidenceQuarantineService service, ReportPageEndpoint reports)
{
    /// <summary>What a browser shows by itself, and under which name. Anything else is only kept.</summary>
    private static readonly Dictionary<string, string> Shown = new(StringComparer.Ordinal)
    {
        ["Pdf"] = "application/pdf",
        ["Png"] = "image/png",
        ["Jpeg"] = "image/jpeg",
    };

    /// <summary>Of an address: it is shown within the page that asks for it.</summary>
    public const string Within = "within";

    public static string PathOf(PlanId plan, PeriodKey period, string sha256) => $"/plans/{plan}/reports/{period}/evidence/{sha256}";

    public static bool IsPicture(EvidenceFile file) => file.Kind is "Png" or "Jpeg";

    public static bool IsShown(EvidenceFile file) => Shown.ContainsKey(file.Kind);

    [Function(nameof(EvidencePageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "plans/{planId}/reports/{period}/evidence/{sha256}")]
            HttpRequest request,
        string planId,
        string period,
        string sha256,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (!Slug.Is(planId) || !Slug.Is(period) || sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        var (plan, key) = (new PlanId(planId), new PeriodKey(period));
        string back = $"/plans/{planId}/reports/{period}";
        if (HttpMethods.IsPost(request.Method))
        {
            return await frame.ReadFormAsync(request, page, cancellation) is { } form && form.Text("act") is "release" or "reject"
                ? await DecisionForms.AnswerAsync(
                    request,
                    page,
                    await service.CheckAsync(plan, key, sha256, form.Text("act") == "release", page.Person!.Id, cancellation),
                    back,
                    workflows,
                    () => reports.Run(request, planId, period, cancellation),
                    cancellation,
                    "evidence"
                )
                : PageFrame.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest);
        }

        if (await service.OpenAsync(plan, key, sha256, cancellation) is not { } found)
        {
            return PageFrame.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status404NotFound);
        }

        string? type = Shown.GetValueOrDefault(found.File.Kind);
        if (type is null || request.Query.ContainsKey("download"))
        {
            return Results.File(found.Content, "application/octet-stream", found.File.Name);
        }

        // a browser's own viewer of PDF files does not run in a sandbox
        request.HttpContext.Response.Headers.ContentSecurityPolicy = request.Query.ContainsKey(Within)
            ? PageHeaders.PolicyForFilesWithin
            : PageHeaders.PolicyForShownFiles;
        return Results.Bytes(found.Content, type);
    }
}
