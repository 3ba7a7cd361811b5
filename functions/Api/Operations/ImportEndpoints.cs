using System.Text.Json;
using ACip.Functions.Authorization;
using ACip.Workflows.Portability;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Operations;

/// <summary>POST /api/operations/import starts importing a programme into an empty platform; PUT imports its pieces, each as often as
/// needed; POST …/end declares it complete.</summary>
public sealed class ImportEndpoints(ProgrammeImport import, ProgrammeExport export, RowImport rows, BlobImport blobs)
{
    [Function("BeginProgrammeImport")]
    public async Task<IResult> Begin(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/operations/import")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (await JsonBody.ReadAsync<ImportRequest>(request, cancellation) is not { } asked || !IsHash(asked.Manifest))
        {
            return JsonBody.Refusal("not-an-import", "Send format, version and the SHA-256 of the export's manifest.");
        }

        return await import.BeginAsync(asked, cancellation) switch
        {
            ImportBeginning.Accepted accepted => Results.Json(new ImportState(accepted.State), JsonAnswer.Options),
            ImportBeginning.Refused refused => Refused(refused.Rule, refused.Why),
            _ => throw new InvalidOperationException(),
        };
    }

    [Function("ImportRows")]
    public async Task<IResult> Rows(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = "api/operations/import/{manifest}/tables/{table}")] HttpRequest request,
        string manifest,
        string table,
        CancellationToken cancellation
    )
    {
        if (!export.Has(PlaceKind.Table, table) || !await import.TakesAsync(manifest, cancellation))
        {
            return JsonAnswer.NotFound("import");
        }

        if (await RequestBody.ReadAsync(request, PortableFormat.MostRowBytes, cancellation) is not { } lines)
        {
            return RequestBody.TooLarge(PortableFormat.MostRowBytes);
        }

        try
        {
            RowsTaken taken = await rows.TakeAsync(table, lines, cancellation);
            return taken.Conflicts.Count == 0
                ? Results.Json(taken, JsonAnswer.Options)
                : Refused(
                    "row-stands-otherwise",
                    $"Written by somebody else since the import began, and left as it is: {string.Join(", ", taken.Conflicts)}. Begin anew on empty storage, and let nobody use the platform meanwhile."
                );
        }
        catch (FormatException wrong)
        {
            return JsonBody.Refusal("not-rows", wrong.Message);
        }
    }

    [Function("ImportBlob")]
    public async Task<IResult> Blob(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = "api/operations/import/{manifest}/containers/{container}")]
            HttpRequest request,
        string manifest,
        string container,
        CancellationToken cancellation
    )
    {
        if (!export.Has(PlaceKind.Container, container) || !await import.TakesAsync(manifest, cancellation))
        {
            return JsonAnswer.NotFound("import");
        }

        string sha256 = request.Query["sha256"].ToString();
        return Described(request.Query["blob"].ToString()) is not { } blob || !IsHash(sha256)
            ? JsonBody.Refusal("not-a-blob", "Give the blob's line of its container's list as ?blob=, and its hash as &sha256=.")
            : await blobs.TakeAsync(container, blob, sha256, request.Body, cancellation) switch
            {
                BlobTaken.StandsOtherwise => Refused(
                    "blob-stands-otherwise",
                    $"{container}/{blob.Name} stands here with other bytes, and was left as it is."
                ),
                BlobTaken.OtherBytes => Refused(
                    "blob-broken",
                    $"What came for {container}/{blob.Name} is not what its hash says. Send it again."
                ),
                var taken => Results.Json(new ImportState(taken.ToString()), JsonAnswer.Options),
            };
    }

    [Function("EndProgrammeImport")]
    public async Task<IResult> End(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/operations/import/{manifest}/end")] HttpRequest request,
        string manifest,
        CancellationToken cancellation
    ) =>
        await import.EndAsync(manifest, cancellation)
            ? Results.Json(new ImportState("done"), JsonAnswer.Options)
            : JsonAnswer.NotFound("import");

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static PortableBlob? Described(string json)
    {
        try
        {
            return
                JsonSerializer.Deserialize<PortableBlob>(json, Json.Stored) is { Name.Length: > 0 and <= 1024 } blob
                && (blob.Md5 is null || Convert.TryFromBase64String(blob.Md5, new byte[16], out _))
                ? blob with
                {
                    Metadata = blob.Metadata ?? new Dictionary<string, string>(),
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Refused(string rule, string why) => ApiProblem.Of(StatusCodes.Status409Conflict, rule, why);
}

/// <param name="State">begun, continued or done; of a blob, Written or StoodAlready.</param>
public sealed record ImportState(string State);
