using System.Diagnostics;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SendGrid;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Hands mails to the mail service and records it. A mail whose sending was not recorded may be sent twice, with the same tokens
/// and Message-ID.</summary>
/// <remarks>Nothing else calls the mail service. <see cref="SendingRetries"/> retries within an orchestrator; <see cref="MailDispatch"/> is
/// one for those that have none.</remarks>
public sealed partial class MailPost(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    MailServiceClient service,
    OutboxIndex outbox,
    RecentMails recent,
    IUndelivered undelivered,
    IOptions<MailOptions> options,
    ProgrammeMetrics metrics,
    TimeProvider clock,
    ILogger<MailPost> logger
)
{
    /// <summary>Mails recorded in one commit, which holds a hundred rows.</summary>
    private const int AtOnce = 40;

    private readonly MailServicePause pause = new(clock);

    /// <summary>How long the mail service still wants no requests; zero if it does not say so.</summary>
    public TimeSpan WantsToBeLeftAlone => pause.Left;

    /// <summary>Sends those of these mails that are waiting.</summary>
    /// <param name="again">True: one of which is known by now that it has arrived is not sent once more.</param>
    /// <returns>Keys of those that could not be sent now, and of mails that tell of those that will never be.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(
        StreamId stream,
        IReadOnlyList<string> keys,
        CancellationToken cancellation,
        bool again = false
    )
    {
        var sent = new List<(Row<OutgoingMail> Row, OutgoingMail After)>();
        var left = new List<string>();
        var notices = new List<string>();
        bool away = false;
        foreach (string key in keys)
        {
            if (away || pause.Left > TimeSpan.Zero)
            {
                left.Add(key);
                continue;
            }

            try
            {
                var mail = new MailRef(stream, key);
                if ((recent.TakeWritten(mail) ?? await FindAsync(mail, cancellation)) is { Value.State: OutgoingState.Waiting } row)
                {
                    bool arrived = again && await outbox.HasArrivedAsync(mail, cancellation);
                    sent.Add(
                        (
                            row,
                            arrived
                                ? row.Value with
                                {
                                    State = OutgoingState.Sent,
                                    SentAt = clock.GetUtcNow(),
                                }
                                : await SendAsync(row.Value, cancellation)
                        )
                    );
                }
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                // nobody waits here for a mail service that is away: the workflow comes back, with patience. What is wrong with one mail
                // alone keeps no other back
                metrics.NotTaken();
                LogNotTaken(error, key);
                left.Add(key);
                away = error is MailServiceAwayException or HttpRequestException or OperationCanceledException;
            }

            if (sent.Count == AtOnce)
            {
                notices.AddRange(await RecordAsync(stream, sent, cancellation));
                sent.Clear();
            }
        }

        return [.. left, .. notices, .. await RecordAsync(stream, sent, cancellation)];
    }

    private async Task<OutgoingMail> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (!register.People.TryGetValue(mail.To, out Person? to))
        {
            // registered a moment ago, maybe, by another process
            directory.Forget();
            register = await directory.ReadAsync(cancellation);
        }

        if (to is null && !register.People.TryGetValue(mail.To, out to))
        {
            return mail with { State = OutgoingState.Dropped, SentAt = clock.GetUtcNow(), Detail = PersonErased };
        }

        if (!options.Value.MayGoTo(to.Email))
        {
            return mail with { State = OutgoingState.Dropped, SentAt = clock.GetUtcNow(), Detail = Rehearsed };
        }

        using Activity? sending = Tracing
            .Continue("mail.send", ActivityKind.Client, mail.Trace)
            ?.SetTag("acip.mail", mail.Key)
            .SetTag("acip.mail.kind", mail.Kind.ToString());
        Response answer = await service.SendAsync(mail, to, register.People, cancellation);
        int status = (int)answer.StatusCode;
        sending?.SetTag("http.response.status_code", status);
        if (status is >= 200 and < 300)
        {
            metrics.Sent(mail.Kind.ToString(), clock.GetUtcNow() - mail.At);
            LogSent(mail.Key, mail.Kind);
            return mail with { State = OutgoingState.Sent, SentAt = clock.GetUtcNow(), Detail = null };
        }

        if (status is (not (>= 400 and < 500)) or 429 or 401 or 403)
        {
            pause.Heed(answer);
            throw new MailServiceAwayException(status);
        }

        string why = await answer.Body.ReadAsStringAsync(cancellation);
        metrics.Refused();
        LogRefused(mail.Key, status);
        return mail with { State = OutgoingState.Dropped, SentAt = clock.GetUtcNow(), Detail = why.Length > 500 ? why[..500] : why };
    }

    private const string PersonErased = "person-erased",
        Rehearsed = "rehearsal"; // not to an address of the list

    private Task<Row<OutgoingMail>?> FindAsync(MailRef mail, CancellationToken cancellation) =>
        table.FindAsync<OutgoingMail>(mail.Stream, OutgoingMail.RowKey(mail.Key), cancellation);

    /// <summary>Records mails sent, in one commit; or one by one if one of them has changed meanwhile, since a faster bounce prevails, or
    /// if together they are too long. Refused mails are recorded with their consequences.</summary>
    /// <returns>Keys of mails that tell of those refused.</returns>
    private async Task<IReadOnlyList<string>> RecordAsync(
        StreamId stream,
        List<(Row<OutgoingMail> Row, OutgoingMail After)> sent,
        CancellationToken cancellation
    )
    {
        var unit = new UnitOfWork(stream);
        foreach ((Row<OutgoingMail> row, OutgoingMail after) in sent.Where(one => one.After.State == OutgoingState.Sent))
        {
            unit.Replace(row, after);
        }

        bool together = unit.Actions.Count == 0 || await TryTogetherAsync(unit, cancellation);
        var notices = new List<string>();
        foreach ((_, OutgoingMail after) in sent)
        {
            if (!together || after.State == OutgoingState.Dropped)
            {
                notices.AddRange(await RecordAsync(new MailRef(stream, after.Key), after, cancellation));
            }

            if (after.State == OutgoingState.Dropped)
            {
                await outbox.SettleAsync(stream, after.Key, delivered: false, clock.GetUtcNow());
            }
        }

        return notices;
    }

    private async Task<bool> TryTogetherAsync(UnitOfWork unit, CancellationToken cancellation)
    {
        try
        {
            return await table.TryCommitAsync(unit, cancellation);
        }
        catch (FactTooLargeException) when (unit.Actions.Count > 1)
        {
            return false;
        }
    }

    private Task<IReadOnlyList<string>> RecordAsync(MailRef mail, OutgoingMail after, CancellationToken cancellation) =>
        table.DecideAsync<IReadOnlyList<string>>(
            async () =>
            {
                if (await FindAsync(mail, cancellation) is not { Value.State: OutgoingState.Waiting } row)
                {
                    return (null, []);
                }

                var unit = new UnitOfWork(mail.Stream);
                IReadOnlyList<string> notices = after is { State: OutgoingState.Dropped, Detail: not (PersonErased or Rehearsed) }
                    ? await undelivered.RecordAsync(unit, row.Value, after.State, after.Detail ?? "", cancellation)
                    : [];
                unit.Replace(
                    row,
                    row.Value with
                    {
                        State = after.State,
                        SentAt = after.SentAt,
                        Detail = after.Detail,
                        Notices = notices.Count > 0 ? notices : row.Value.Notices,
                    }
                );
                return (unit, notices);
            },
            cancellation
        );

    [LoggerMessage(23, LogLevel.Information, "Mail {Key} ({Kind}) is with the mail service")]
    private partial void LogSent(string key, MailKind kind);

    [LoggerMessage(20, LogLevel.Warning, "Mail {Key} was refused by the mail service with {Status}")]
    private partial void LogRefused(string key, int status);

    [LoggerMessage(22, LogLevel.Warning, "Mail {Key} could not be sent now")]
    private partial void LogNotTaken(Exception error, string key);
}
