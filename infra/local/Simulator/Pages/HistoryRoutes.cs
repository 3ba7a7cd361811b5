using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FunctionsSimulator.Durable.Recording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FunctionsSimulator.Pages;

/// <summary><c>GET /local/histories/INSTANCE</c>: the recorded history of an instance's present execution, as JSON. 404 where there is
/// none.</summary>
internal sealed class HistoryRoutes(PlatformContext platform, HostJson hostJson)
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/local/histories/{instanceId}",
            async (string instanceId, CancellationToken cancellation) =>
                platform.Storage is { } storage
                && await HistoryRecording.RecordAsync(
                    new TableServiceClient(storage),
                    new BlobServiceClient(storage),
                    hostJson.HubName,
                    instanceId,
                    cancellation
                )
                    is { } recorded
                    ? Results.Text(recorded.ToJson(), "application/json")
                    : Results.NotFound()
        );
}
