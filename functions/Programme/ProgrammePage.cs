using ACip.Functions.Access;
using ACip.Functions.Pages;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Programme;

/// <summary>GET /: the programme at one glance for the Secretariat; for anybody else, what this is.</summary>
public sealed class ProgrammePage(PageShell shell, ProgrammeReading reading, ProgrammeDirectory directory)
{
    [Function(nameof(ProgrammePage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request,
        CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (!PageShell.May(Right.ReadProgramme, page))
        {
            bool empty = (await directory.ReadAsync(cancellation)).IsEmpty;
            return PageShell.Show<WelcomePage>(page, new Dictionary<string, object?> { [nameof(WelcomePage.Empty)] = empty });
        }

        ProgrammeOverview overview = await reading.ReadAsync(cancellation);
        return PageShell.Show<Dashboard>(page, new Dictionary<string, object?>
        {
            [nameof(Dashboard.Overview)] = overview,
            [nameof(Dashboard.Until)] = request.Query["until"].ToString(),
        });
    }
}
