using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.OpenApi;

/// <summary>GET /api/openapi.json: the OpenAPI document.</summary>
public sealed class OpenApiDocument
{
    private static readonly Lazy<byte[]> Document = new(() => Encoding.UTF8.GetBytes(ApiDocument.Write().ToJsonString()));

    [Function(nameof(OpenApiDocument))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        Results.Bytes(Document.Value, "application/json; charset=utf-8");
}
