using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Multilateral;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Multilateral;

/// <summary>GET /events/{event}: who comes, who came, what it was worth. POST: an officer takes it back.</summary>
public sealed class EventPageEndpoint(PageFrame frame, MultilateralQuery query, DeliveryService events, ProgrammeDirectory directory)
{
    [Function(nameof(EventPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "events/{event}")] HttpRequest request,
        string @event,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        var id = new EventRef(@event);
        if (HttpMethods.IsPost(request.Method) && page.Refused is null)
        {
            return await OfficerForms.ActAsync(
                frame,
                request,
                page,
                workflows,
                async (form, by) =>
                    form.Text("act") == "cancel" && IfMatch.Of(form) is { } asRead
                        ? await events.CancelAsync(id, form.Text("reason"), by, asRead, cancellation)
                        : null,
                () => Run(request, @event, workflows, cancellation),
                cancellation
            );
        }

        if (PageFrame.RefuseUnless(Right.ReadProgramme, page) is { } refusal)
        {
            return refusal;
        }

        return await query.FindAsync(id, cancellation) is { } found
            ? PageFrame.Show<EventPage>(
                page,
                new Dictionary<string, object?>
                {
                    [nameof(EventPage.Shown)] = found,
                    [nameof(EventPage.Register)] = await directory.ReadAsync(cancellation),
                    [nameof(EventPage.Token)] = PageFrame.May(Right.ManageProgramme, page) ? frame.TokenFor(page, page.Path) : null,
                    [nameof(EventPage.Done)] = request.Query.ContainsKey("done"),
                }
            )
            : PageFrame.Refuse(page, StatusCodes.Status404NotFound);
    }
}
