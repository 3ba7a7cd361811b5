using System.Globalization;
using ACip.Functions.Api.DonorReports;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.Publication;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>/agreements/{id}/publication: what of a grant is public, and its address; POST: an approver publishes an issued report,
/// withholds it, or withdraws it.</summary>
public sealed class PublicationPageEndpoint(PageFrame frame, PublicationService publications, ProgrammeDirectory directory)
{
    /// <summary>Between period and version in the value of a choice.</summary>
    public const char Parts = '|';

    public static string PathOf(AgreementId agreement) => $"/agreements/{agreement}/publication";

    [Function(nameof(PublicationPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "agreements/{id}/publication")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        bool posts = HttpMethods.IsPost(request.Method) && page.Refused is null;
        if (PageFrame.RefuseUnless(posts ? Right.SignDonorReport : Right.ReadProgramme, page) is { } refusal)
        {
            return refusal;
        }

        var agreement = new AgreementId(id);
        if (!RouteIds.Sound(id) || await publications.StatusAsync(agreement, cancellation) is not { } status)
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        if (!posts)
        {
            return PageFrame.Show<PublicationPage>(
                page,
                new Dictionary<string, object?>
                {
                    [nameof(PublicationPage.Status)] = status,
                    [nameof(PublicationPage.Register)] = await directory.ReadAsync(cancellation),
                    [nameof(PublicationPage.Done)] = request.Query.ContainsKey("done"),
                    [nameof(PublicationPage.Token)] = PageFrame.May(Right.SignDonorReport, page)
                        ? frame.TokenFor(page, PathOf(agreement))
                        : null,
                }
            );
        }

        return
            await frame.ReadFormAsync(request, page, cancellation) is { } form
            && TypedText.Seen(form) is { } asRead
            && Order(form) is { } order
            ? await DecisionForms.AnswerAsync(
                request,
                page,
                await publications.DecideAsync(agreement, order, asRead, page.Person!.Id, cancellation),
                PathOf(agreement),
                workflows,
                () => Run(request, id, workflows, cancellation),
                cancellation
            )
            : PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
    }

    /// <returns>Null where the form says nothing that this page knows.</returns>
    private static PublicationOrder? Order(IFormCollection form)
    {
        if (FormChoice.Read<PublicationAct>(form.Text("act")) is not { } act)
        {
            return null;
        }

        string[] chosen = form.Text("report").Split(Parts);
        return act != PublicationAct.Publish ? new PublicationOrder(act, Reason: form.TextOrNull("reason"))
            : chosen is [var period, var version]
            && RouteIds.Sound(period)
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? new PublicationOrder(act, new PeriodKey(period), number)
            : null;
    }
}
