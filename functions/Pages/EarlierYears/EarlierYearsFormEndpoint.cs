using ACip.Functions.Api.EarlierYears;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.EarlierYears;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Registers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.EarlierYears;

/// <summary>POST /plans/{planId}/history: an officer brings accepted figures of earlier years in, by a file.</summary>
public sealed class EarlierYearsFormEndpoint(PageFrame frame, EarlierYearsService years)
{
    private const int MostShown = 20;

    public static string PathOf(PlanId plan) => $"/plans/{plan}/history";

    [Function("EarlierYearsForm")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/history")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        PageContext back = page with { Path = $"/plans/{planId}", Query = "" };
        if (
            request.ContentLength is not <= EarlierYearsEndpoints.Largest
            || await frame.ReadFormAsync(request, page, cancellation) is not { } form
        )
        {
            return PageFrame.Refuse(back, StatusCodes.Status400BadRequest);
        }

        (string _, byte[] bytes) = await ChosenFile.ReadAsync(form, "file", cancellation) ?? ("", []);
        HistoricImport import = await years.ImportAsync(new PlanId(planId), form.Text("source"), bytes, page.Person!.Id, cancellation);
        return import.Errors.Count == 0
            ? new SeeOther(page.Link($"{back.Path}?done=1") + "#history")
            : PageFrame.Refuse(
                back,
                StatusCodes.Status422UnprocessableEntity,
                string.Join(" ", import.Errors.Take(MostShown).Select(error => Words(page, error)))
            );
    }

    private static string Words(PageContext page, LineError error) =>
        page.Say(Texts.LineSays(line: error.Line, why: Api.LineErrors.WordsOf(error)));
}
