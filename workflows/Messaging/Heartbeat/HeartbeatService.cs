using System.Globalization;
using System.Text;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace ACip.Workflows.Messaging.Heartbeat;

/// <summary>Sends a probe to our own inbound address once a day, recognises it when it comes back, and tells officers if none does.
/// Otherwise nobody would notice that mail has stopped reaching us (DNS, settings, keys).</summary>
public sealed partial class HeartbeatService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    MailWriter writer,
    ISendGridClient sender,
    IOptions<MailOptions> options,
    ProgrammeMetrics metrics,
    TimeProvider clock,
    ILogger<HeartbeatService> logger
)
{
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes(ProbeAddress.Mark);

    private byte[] Secret => Encoding.UTF8.GetBytes(options.Value.TokenSecret);

    private TimeSpan Within => TimeSpan.FromHours(options.Value.HeartbeatHours);

    /// <returns>Null where no probes are sent, or none was yet.</returns>
    public async Task<HeartbeatStatus?> ReadAsync(CancellationToken cancellation) =>
        options.Value.SendsHeartbeat && await FindAsync(cancellation) is { Value: var known }
            ? new HeartbeatStatus(!known.IsMissing(clock.GetUtcNow(), Within), known.ArrivedAt, known.HeardAt)
            : null;

    /// <summary>Sends the day's probe unless it was sent, and checks whether the last ones arrived.</summary>
    /// <returns>Mails that tell officers; null where there is nothing to tell.</returns>
    public async Task<MailsOfStream?> RunAsync(CancellationToken cancellation)
    {
        if (!options.Value.SendsHeartbeat)
        {
            return null;
        }

        DateTimeOffset now = clock.GetUtcNow();
        Row<MailHeartbeat>? row = await FindAsync(cancellation);
        if (MailHeartbeat.IsDue(row?.Value, now))
        {
            await SendAsync(now, cancellation);
            row = await table.DecideAsync(
                async () =>
                {
                    Row<MailHeartbeat>? was = await FindAsync(cancellation);
                    var after = MailHeartbeat.AfterProbe(was?.Value, now);
                    return (
                        (UnitOfWork?)new UnitOfWork(StreamId.Inbox).Put(MailHeartbeat.RowKey, was, after),
                        new Row<MailHeartbeat>(MailHeartbeat.RowKey, after, was?.ETag ?? default)
                    );
                },
                cancellation
            );
        }

        metrics.HeartbeatAge(now - row!.Value.HeardAt);
        return row.Value is { ToldAt: null } known && known.IsMissing(now, Within) ? await TellAsync(now, cancellation) : null;
    }

    /// <summary>Takes a POST whose signature is valid.</summary>
    /// <returns>True: it is one of our probes, and needs nothing more.</returns>
    public async Task<bool> TakeAsync(byte[] body, string contentType, CancellationToken cancellation)
    {
        // most mail is seen not to be one without being read
        if (
            body.AsSpan().IndexOf(Mark) < 0
            || InboundParsePost.Read(body, contentType) is not InboundReading.Message { Value: var message }
            || ProbeAddress.Read(Secret, message.EnvelopeTo, options.Value.ReplyDomain) is not { } probe
        )
        {
            return false;
        }

        DateTimeOffset now = clock.GetUtcNow();
        bool restored = await table.DecideAsync(
            async () =>
            {
                Row<MailHeartbeat>? row = await FindAsync(cancellation);
                if (MailHeartbeat.AfterArrival(row?.Value, probe, now) is not { } after)
                {
                    return (null, false);
                }

                var unit = new UnitOfWork(StreamId.Inbox).Put(MailHeartbeat.RowKey, row, after);
                bool told = row?.Value.ToldAt is not null;
                return (
                    (UnitOfWork?)(told ? unit.Record(new AuditEntry(AuditKind.InboundMailRestored, MailHeartbeat.RowKey)) : unit),
                    told
                );
            },
            cancellation
        );
        LogArrived(probe, restored);
        return true;
    }

    private async Task<MailsOfStream> TellAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        IReadOnlyList<PersonId> officers = (await directory.ReadAsync(cancellation)).Holding(
            Role.ProgrammeOfficer,
            DateOnly.FromDateTime(now.UtcDateTime)
        );
        IReadOnlyList<string> mails = await table.DecideAsync<IReadOnlyList<string>>(
            async () =>
            {
                Row<MailHeartbeat>? row = await FindAsync(cancellation);
                if (row is not { Value: { ToldAt: null } known } || !known.IsMissing(now, Within))
                {
                    return (null, []);
                }

                var unit = new UnitOfWork(StreamId.Inbox);
                var keys = new List<string>();
                foreach (PersonId officer in officers)
                {
                    string key = string.Create(CultureInfo.InvariantCulture, $"silent-{now.UtcDateTime:yyyyMMddHHmm}-{officer}");
                    if (
                        await writer.WriteAsync(unit, new NewMail(new InboundMailSilent(known.HeardAt), officer, key), cancellation) is
                        { } written
                    )
                    {
                        keys.Add(written);
                    }
                }

                unit.Replace(row, known with { ToldAt = now }).Record(new AuditEntry(AuditKind.InboundMailSilent, MailHeartbeat.RowKey));
                return (unit, keys);
            },
            cancellation
        );
        LogMissing(mails.Count);
        return new MailsOfStream(StreamId.Inbox, mails);
    }

    /// <summary>Sent past the outbox: nobody reads it, and there is another tomorrow. A probe that the mail service refuses counts as one
    /// that did not arrive.</summary>
    private async Task SendAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        MailOptions ours = options.Value;
        var message = new SendGridMessage
        {
            From = new EmailAddress(ours.FromAddress, ours.FromName),
            Subject = "A-CIP: test of the reply address",
            Contents = [new Content(MimeType.Text, "Sent every day by the system to itself. There is nothing to do.")],
            Personalizations =
            [
                new Personalization
                {
                    Tos = [new EmailAddress(ProbeAddress.Of(Secret, now, ours.ReplyDomain))],
                    Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated" },
                },
            ],
        };
        try
        {
            Response answer = await sender.SendEmailAsync(message, cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                LogNotTaken(null, (int)answer.StatusCode);
            }
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            LogNotTaken(away, 0);
        }
    }

    private Task<Row<MailHeartbeat>?> FindAsync(CancellationToken cancellation) =>
        table.FindAsync<MailHeartbeat>(StreamId.Inbox, MailHeartbeat.RowKey, cancellation);

    [LoggerMessage(
        80,
        LogLevel.Information,
        "The probe of {Minute:yyyy-MM-dd HH:mm} has come back (after an absence that was told: {Restored})"
    )]
    private partial void LogArrived(DateTimeOffset minute, bool restored);

    [LoggerMessage(81, LogLevel.Error, "No probe has come back: received mail does not reach us. {Officers} officers are told")]
    private partial void LogMissing(int officers);

    [LoggerMessage(82, LogLevel.Warning, "The mail service did not take the probe ({Status})")]
    private partial void LogNotTaken(Exception? error, int status);
}

/// <summary>Whether mail reaches us.</summary>
/// <param name="Arrives">False: no probe has come back for longer than it may.</param>
/// <param name="LastAt">When the last one did; null where none has yet.</param>
/// <param name="HeardAt">The same, or since when probes are sent.</param>
public sealed record HeartbeatStatus(bool Arrives, DateTimeOffset? LastAt, DateTimeOffset HeardAt);
