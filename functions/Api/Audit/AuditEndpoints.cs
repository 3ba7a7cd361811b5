using System.Globalization;
using ACip.Functions.Authorization;
using ACip.Workflows.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Audit;

/// <summary>GET /api/audit/{stream} and …/verify: the chain, and whether it is whole.</summary>
public sealed class AuditEndpoints(AuditQuery reading, SignedInPerson signedIn)
{
    [Function("GetAudit")]
    public async Task<IResult> Events(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit/{stream}")] HttpRequest request,
        string stream,
        CancellationToken cancellation)
    {
        var access = await signedIn.MayAsync(Right.VerifyAudit, request, cancellation);
        return !access.Granted ? access.Refusal
            : await reading.ReadAsync(stream, cancellation) is { } trail ? JsonAnswer.Page(request, trail.Events, one => one.Sequence.ToString("D8", CultureInfo.InvariantCulture))
            : JsonAnswer.NotFound("stream");
    }

    [Function("VerifyAudit")]
    public async Task<IResult> Verify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit/{stream}/verify")] HttpRequest request,
        string stream,
        CancellationToken cancellation)
    {
        var access = await signedIn.MayAsync(Right.VerifyAudit, request, cancellation);
        return !access.Granted ? access.Refusal
            : await reading.ReadAsync(stream, cancellation) is { } trail ? JsonAnswer.Read(request, new AuditVerified(stream, trail.Wrong.Count == 0, trail.Events.Count, trail.Head, trail.Wrong))
            : JsonAnswer.NotFound("stream");
    }
}

/// <param name="Whole">True where nothing is wrong.</param>
/// <param name="Head">What the stream says that its last event is; null where nothing has happened in it.</param>
public sealed record AuditVerified(string Stream, bool Whole, int Events, AuditHead? Head, IReadOnlyList<string> Wrong);
