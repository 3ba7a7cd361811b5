using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.ActionPlans.Drafting;

/// <summary>/plans/{planId}/draft…: the web form of a draft, for its coordinators and for programme officers on their behalf. A task's
/// link opens the same form.</summary>
public sealed class DraftPageEndpoints(PageFrame frame, ProgrammeDirectory directory, DraftEditing editing)
{
    private const string Route = "plans/{planId}/draft";

    [Function(nameof(DraftOverviewPage))]
    public Task<IResult> DraftOverviewPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = Route)] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DoAsync(
            request,
            planId,
            null,
            null,
            async (place, form) =>
                form["act"] == "submit"
                    ? await editing.SubmitAsync(place, (request, form[IfMatch.Field].ToString()), workflows, cancellation)
                    : PageFrame.Refuse(place.Page with { Query = "" }, StatusCodes.Status400BadRequest),
            cancellation
        );

    [Function(nameof(DraftSectionPage))]
    public Task<IResult> DraftSectionPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = Route + "/{section}")] HttpRequest request,
        string planId,
        string section,
        CancellationToken cancellation
    ) => DoAsync(request, planId, section, null, (place, form) => editing.SaveAsync(place, section, "", form, cancellation), cancellation);

    [Function(nameof(DraftItemPage))]
    public Task<IResult> DraftItemPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = Route + "/{section}/{code}")] HttpRequest request,
        string planId,
        string section,
        string code,
        CancellationToken cancellation
    ) =>
        DoAsync(request, planId, section, code, (place, form) => editing.SaveAsync(place, section, code, form, cancellation), cancellation);

    private async Task<IResult> DoAsync(
        HttpRequest request,
        string planId,
        string? section,
        string? code,
        Func<DraftPlace, IFormCollection, Task<IResult>> post,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is not { } person)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        if (
            !(await directory.ReadAsync(cancellation)).Plans.TryGetValue(new PlanId(planId), out PlanListing? plan)
            || !(
                PlanReadPolicy.Coordinates(person, plan.Administration, DateOnly.FromDateTime(page.Now.UtcDateTime))
                || PageFrame.May(Right.ManageProgramme, page)
            )
        )
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        var place = new DraftPlace(
            page,
            $"/plans/{planId}/draft",
            $"/plans/{planId}",
            plan.Id,
            person,
            path => frame.TokenFor(page, path),
            false
        );
        return !HttpMethods.IsPost(request.Method)
                ? await editing.ShowAsync(place, section, code, request.Query.ContainsKey("done"), cancellation)
            : await frame.ReadFormAsync(request, page, cancellation) is { } form ? await post(place, form)
            : PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
    }
}
