using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Programme;
using ACip.Workflows.Surveys;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>GET /: the programme at one glance for the Secretariat, after what waits for the reader; for people of an administration or a
/// donor, their own; for anybody else, what this is. Its administrations stand on several pages where there are many
/// (<see cref="DashboardView"/>).</summary>
public sealed class DashboardEndpoint(
    PageFrame frame,
    ProgrammeQuery reading,
    HomeQuery homes,
    DashboardBodies bodies,
    ProgrammeDirectory directory
)
{
    [Function(nameof(DashboardEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (!PageFrame.May(Right.ReadProgramme, page))
        {
            DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
            if (page.Person is { } person && person.Roles.Any(held => held.IsValidOn(today)))
            {
                return PageFrame.Show<HomePage>(
                    page,
                    new Dictionary<string, object?> { [nameof(HomePage.Home)] = await homes.ReadAsync(page, person, cancellation) }
                );
            }

            bool empty = (await directory.ReadAsync(cancellation)).IsEmpty;
            return PageFrame.Show<WelcomePage>(page, new Dictionary<string, object?> { [nameof(WelcomePage.Empty)] = empty });
        }

        Task<Seen<IReadOnlyList<CipsMovement>>> scores = reading.MovementsAsync(cancellation);
        KeptFacts kept = await reading.KeptAsync(cancellation);
        Seen<IReadOnlyList<CipsMovement>> movements = await scores;
        var view = DashboardView.Read(request.Query, page, await directory.ReadAsync(cancellation), kept.Facts, movements.Value);
        return PageFrame.Show<DashboardPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(DashboardPage.View)] = view,
                [nameof(DashboardPage.Mine)] = homes.Of(page, page.Person!, view.Of),
                [nameof(DashboardPage.Body)] = await bodies.OfAsync(page, view),
                [nameof(DashboardPage.SeenAt)] = Earlier(kept.SeenAt, movements.At < page.Now ? movements.At : null),
            }
        );
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other is null ? one ?? other
        : one < other ? one
        : other;
}
