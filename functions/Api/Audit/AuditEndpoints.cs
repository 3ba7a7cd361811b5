using System.Globalization;
using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Workflows.Audit;
using ACip.Workflows.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Audit;

/// <summary>GET /api/audit/{stream} and …/verify: the chain, and whether the stored data match it. GET /api/verification: the same for
/// everything.</summary>
public sealed class AuditEndpoints(AuditQuery reading, StreamVerification verification, SignedInPerson signedIn)
{
    [Function("GetAudit")]
    public async Task<IResult> Events(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit/{stream}")] HttpRequest request,
        string stream,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.VerifyAudit, request, cancellation);
        return !access.Granted ? access.Refusal
            : await reading.EventsAsync(stream, cancellation) is { } events
                ? ListAnswer.Of(request, events, one => one.Sequence.ToString("D8", CultureInfo.InvariantCulture))
            : JsonAnswer.NotFound("stream");
    }

    [Function("VerifyAudit")]
    public async Task<IResult> Verify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit/{stream}/verify")] HttpRequest request,
        string stream,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.VerifyAudit, request, cancellation);
        return !access.Granted ? access.Refusal
            : await reading.VerifyAsync(stream, blobs: true, cancellation) is { } trail
                ? JsonAnswer.Read(
                    request,
                    new AuditVerified(
                        stream,
                        trail.Findings.Count == 0,
                        trail.Events.Count,
                        trail.Verified.Rows,
                        trail.Head,
                        trail.Findings
                    )
                )
            : JsonAnswer.NotFound("stream");
    }

    [Function("VerifyProgramme")]
    public async Task<IResult> VerifyAll(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/verification")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.VerifyAudit, request, cancellation);
        return access.Granted && await verification.VerifyAllAsync(cancellation) is var all
            ? JsonAnswer.Read(
                request,
                new ProgrammeVerified(
                    all.Findings.Count == 0,
                    [.. all.Streams.Select(one => new StreamVerified(one.Stream.Value, one.Events, one.Rows))],
                    all.Findings
                )
            )
            : access.Refusal!;
    }
}

/// <param name="Whole">True where nothing was found.</param>
/// <param name="Rows">How many rows are held to the chain.</param>
/// <param name="Head">What the stream says that its last event is; null where nothing has happened in it.</param>
public sealed record AuditVerified(string Stream, bool Whole, int Events, int Rows, AuditHead? Head, IReadOnlyList<Finding> Findings);

public sealed record StreamVerified(string Stream, int Events, int Rows);

/// <param name="Whole">True where nothing was found: in no chain, row or file.</param>
public sealed record ProgrammeVerified(bool Whole, IReadOnlyList<StreamVerified> Streams, IReadOnlyList<Finding> Findings);
