using ACip.Local.Host.Durable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ACip.Local.Host.Pages;

/// <summary><c>GET /local/histories/INSTANCE</c>: the recorded history of an instance's present generation, as JSON. 404 where there is none.</summary>
internal sealed class HistoryRoutes(DurableHost durable)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/local/histories/{instanceId}", async (string instanceId, CancellationToken cancellation) =>
        await durable.RecordAsync(instanceId, cancellation) is { } history ? Results.Text(history, "application/json") : Results.NotFound());
}
