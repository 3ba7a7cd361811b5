using ACip.Functions.Api;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Heartbeat;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ACip.Functions.Health;

/// <summary>GET /api/health: whether storage, the durable hub and the mail service can be reached; 200 if all can, otherwise
/// 503.</summary>
public sealed partial class HealthCheck(
    ProgrammeTable table,
    BlobServiceClient blobs,
    HeartbeatService heartbeat,
    IOptions<SendGridOptions> sending,
    ILogger<HealthCheck> logger
)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private static readonly HttpClient Http = new() { Timeout = Timeout };

    [Function(nameof(HealthCheck))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        HealthAnswer health = await ReadAsync(workflows, cancellation);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            health,
            JsonAnswer.Options,
            statusCode: health.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    public async Task<HealthAnswer> ReadAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        HeartbeatStatus? mail = null;
        bool[] reached = await Task.WhenAll(
            TryAsync(
                "tables",
                async token =>
                {
                    await table.FindAsync<SampleMark>(StreamId.Programme, ProgrammeRows.Sample, token);
                    mail = await heartbeat.ReadAsync(token);
                },
                cancellation
            ),
            TryAsync("blobs", async token => await blobs.GetBlobContainerClient("donor-reports").ExistsAsync(token), cancellation),
            TryAsync("workflows", token => workflows.GetInstanceAsync("health", token), cancellation),
            TryAsync("mail", MailAsync, cancellation)
        );
        return new HealthAnswer(reached.All(one => one), reached[0], reached[1], reached[2], reached[3], mail?.Arrives, mail?.LastAt);
    }

    /// <summary>Any response will do, even a refusal, because it proves that the service is there. Nothing is sent.</summary>
    private async Task MailAsync(CancellationToken cancellation)
    {
        using HttpResponseMessage answer = await Http.GetAsync(new Uri(sending.Value.Host), cancellation);
        if ((int)answer.StatusCode >= 500)
        {
            throw new HttpRequestException(null, null, answer.StatusCode);
        }
    }

    private async Task<bool> TryAsync(string part, Func<CancellationToken, Task> reach, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Timeout);
        try
        {
            await reach(patience.Token).WaitAsync(patience.Token);
            return true;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogUnreachable(error, part);
            return false;
        }
    }

    [LoggerMessage(70, LogLevel.Error, "Health: {Part} cannot be reached")]
    private partial void LogUnreachable(Exception error, string part);
}

/// <summary>True if it answered within five seconds.</summary>
/// <param name="MailArrives">False: no test mail to our own reply address has come back for longer than it may. Does not make it unhealthy:
/// an instance that were taken away for it could receive no mail at all. Null where none is sent.</param>
/// <param name="MailArrivedAt">When the last one came back.</param>
public sealed record HealthAnswer(
    bool Healthy,
    bool Tables,
    bool Blobs,
    bool Workflows,
    bool Mail,
    bool? MailArrives,
    DateTimeOffset? MailArrivedAt
);
