using ACip.Functions.Api.Audit;
using ACip.Functions.Api.DonorReports;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Operations;

/// <summary>GET /api/operations/verification…: lists what can be verified and verifies each piece separately, so that no call takes long
/// however large the programme is.</summary>
public sealed class VerificationEndpoints(
    AuditQuery audit,
    StoredReportVerification reports,
    ProgrammeDirectory directory,
    ProgrammeTable table
)
{
    [Function("GetVerifiable")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/operations/verification")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var found = new List<string>();
        foreach (
            AgreementId agreement in (await directory.ReadAsync(cancellation)).Agreements.Keys.OrderBy(
                one => one.Value,
                StringComparer.Ordinal
            )
        )
        {
            IReadOnlyList<(string Key, Row<DonorReportRecord>? Row)> rows = await table.ListReadableAsync<DonorReportRecord>(
                StreamId.Of(agreement),
                DonorReportRows.Prefix,
                cancellation
            );
            found.AddRange(
                rows.Where(row => row.Row?.Value.Latest is not null || row.Row is null)
                    .Select(row => $"{agreement}/{row.Key[DonorReportRows.Prefix.Length..]}")
            );
        }

        return Results.Json(
            new Verifiable([.. (await audit.StreamsAsync(cancellation)).Select(stream => stream.Id.Value)], found),
            JsonAnswer.Options
        );
    }

    [Function("VerifyStream")]
    public async Task<IResult> Stream(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/operations/verification/streams/{stream}")] HttpRequest request,
        string stream,
        CancellationToken cancellation
    ) =>
        await audit.VerifyAsync(stream, blobs: true, cancellation) is { } trail
            ? Results.Json(
                new PieceVerified(
                    trail.Findings.Count == 0,
                    trail.Events.Count,
                    [.. trail.Findings.Select(finding => $"{finding.Kind} {finding.Where}: {finding.What}")]
                ),
                JsonAnswer.Options
            )
            : JsonAnswer.NotFound("stream");

    [Function("VerifyIssuedReport")]
    public async Task<IResult> Report(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/operations/verification/donor-reports/{agreement}/{period}")]
            HttpRequest request,
        string agreement,
        string period,
        CancellationToken cancellation
    ) =>
        RouteIds.Sound(agreement, period)
        && await reports.VerifyAsync(new AgreementId(agreement), new PeriodKey(period), null, cancellation) is { } verified
            ? Results.Json(
                new PieceVerified(
                    verified.Findings.Count == 0,
                    1,
                    [.. verified.Findings.Select(finding => $"{finding.Kind} {finding.Where}: {finding.What}")]
                ),
                JsonAnswer.Options
            )
            : RouteIds.NoSuchReport;
}

/// <param name="Streams">Each with a chain of audit events.</param>
/// <param name="DonorReports">Agreement and period, with a slash between.</param>
public sealed record Verifiable(IReadOnlyList<string> Streams, IReadOnlyList<string> DonorReports);

/// <param name="Checked">Events of the chain, or versions of the report.</param>
/// <param name="Wrong">Empty where all of it agrees.</param>
public sealed record PieceVerified(bool Sound, int Checked, IReadOnlyList<string> Wrong);
