using ACip.Workflows.Portability;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Operations;

/// <summary>GET /api/operations/export…: the whole programme piece by piece, streamed as it is read. Described in
/// docs/portability.md.</summary>
/// <remarks>Needs the master key: unlike other data for operators, it contains names, addresses and whatever was sealed.</remarks>
public sealed class ExportEndpoints(ProgrammeExport export)
{
    [Function("GetExport")]
    public IResult Describe([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/operations/export")] HttpRequest request) =>
        Results.Json(export.Describe(), JsonAnswer.Options);

    [Function("ExportRows")]
    public IResult Rows(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/operations/export/tables/{table}")] HttpRequest request,
        string table
    ) =>
        export.Has(PlaceKind.Table, table)
            ? Streamed((output, gone) => export.WriteRowsAsync(table, request.Query["after"].ToString(), output, gone))
            : JsonAnswer.NotFound("table");

    [Function("ExportBlobs")]
    public IResult List(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/operations/export/containers/{container}")] HttpRequest request,
        string container
    ) =>
        export.Has(PlaceKind.Container, container)
            ? Streamed((output, gone) => export.WriteListAsync(container, output, gone))
            : JsonAnswer.NotFound("container");

    [Function("ExportBlob")]
    public async Task<IResult> Blob(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/operations/export/containers/{container}/blob")] HttpRequest request,
        string container,
        CancellationToken cancellation
    ) =>
        request.Query["name"].ToString() is { Length: > 0 } name
        && export.Has(PlaceKind.Container, container)
        && await export.OpenAsync(container, name, cancellation) is { } blob
            ? Results.Stream(blob, "application/octet-stream")
            : JsonAnswer.NotFound("blob");

    private static Lines Streamed(Func<Stream, CancellationToken, Task> write) => new(write);

    /// <summary>Streams while reading. If reading fails half way, the last line is missing, which shows that the answer is
    /// incomplete.</summary>
    private sealed class Lines(Func<Stream, CancellationToken, Task> write) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = PortableFormat.LinesType;
            httpContext.Response.Headers.CacheControl = "no-store";
            return write(httpContext.Response.Body, httpContext.RequestAborted);
        }
    }
}
