using System.Globalization;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Multilateral;
using ACip.Workflows.Multilateral.Communities;
using ACip.Workflows.Multilateral.Experts;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Multilateral;

/// <summary>GET /multilateral: everything that serves all administrations and, with ?start, the experts suited to a request. POST: an
/// officer's entry.</summary>
public sealed class MultilateralPageEndpoint(
    PageFrame frame,
    MultilateralQuery query,
    CommunityService communities,
    MultilateralForms forms,
    ProgrammeDirectory directory
)
{
    [Function(nameof(MultilateralPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "multilateral")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (HttpMethods.IsPost(request.Method) && page.Refused is null)
        {
            return await OfficerForms.ActAsync(
                frame,
                request,
                page,
                workflows,
                (form, by) => forms.ActAsync(form, by, workflows, cancellation),
                () => Run(request, workflows, cancellation),
                cancellation
            );
        }

        if (PageFrame.RefuseUnless(Right.ReadProgramme, page) is { } refusal)
        {
            return refusal;
        }

        MultilateralReadModel all = await query.ReadAsync(cancellation);
        ExpertRequest? wanted = Wanted(request.Query);
        return PageFrame.Show<MultilateralPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(MultilateralPage.All)] = all,
                [nameof(MultilateralPage.Register)] = await directory.ReadAsync(cancellation),
                [nameof(MultilateralPage.Topics)] = await communities.ListAsync(cancellation),
                [nameof(MultilateralPage.Wanted)] = wanted,
                [nameof(MultilateralPage.Candidates)] = wanted is null
                    ? null
                    : ExpertMatching.Of(wanted, all.Experts, await query.MissionsAsync(cancellation)),
                [nameof(MultilateralPage.Token)] = PageFrame.May(Right.ManageProgramme, page) ? frame.TokenFor(page, page.Path) : null,
                [nameof(MultilateralPage.Done)] = request.Query.ContainsKey("done"),
            }
        );
    }

    private static ExpertRequest? Wanted(IQueryCollection asked) =>
        Day(asked["start"]) is { } start && Day(asked["end"]) is { } end
            ? new ExpertRequest(
                new AdministrationId(asked["administration"].ToString().ToUpperInvariant()),
                [
                    .. asked["factors"]
                        .ToString()
                        .Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
                        .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int factor) ? factor : 0)
                        .Where(factor => factor is >= 1 and <= 10)
                        .Distinct(),
                ],
                Language.Find(asked["language"]) ?? Language.En,
                start,
                end
            )
            : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
