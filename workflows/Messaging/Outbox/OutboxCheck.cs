using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Sends mails that were never sent, however old, and sends again, with the same tokens and Message-ID, those of which nothing was
/// heard for a day. Called by the daily reconciliation.</summary>
public sealed partial class OutboxCheck(ProgrammeTable table, OutboxIndex outbox, TimeProvider clock, ILogger<OutboxCheck> logger)
{
    /// <summary>Until then a workflow is still trying.</summary>
    private static readonly TimeSpan Unsent = TimeSpan.FromHours(3),
        Unheard = TimeSpan.FromHours(24),
        Forgotten = TimeSpan.FromDays(30);

    public async Task<OutboxChecked> RunAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var due = new List<MailRef>();
        var waiting = new List<DateTimeOffset>();
        var over = new List<MailRef>();
        foreach (UnsettledMail unsettled in await outbox.ListAsync(cancellation))
        {
            if (await IsDueAsync(unsettled, now, over, waiting, cancellation))
            {
                due.Add(unsettled.Mail);
            }
        }

        await outbox.RemoveAsync(over, cancellation);

        foreach (IGrouping<StreamId, MailRef> stream in due.GroupBy(mail => mail.Stream))
        {
            await workflows.DispatchAsync(
                new MailsOfStream(stream.Key, [.. stream.Select(mail => mail.Key)]),
                $"check {now:yyyy-MM-dd}",
                cancellation
            );
        }

        LogChecked(due.Count);
        DateTimeOffset[] late = [.. waiting.Where(at => now - at > Unheard)];
        return new OutboxChecked(WaitingMails.Of(waiting), WaitingMails.Of(late));
    }

    /// <summary>Mails that the mail service does not have yet. Changes nothing.</summary>
    public async Task<WaitingMails?> LookAsync(CancellationToken cancellation)
    {
        var waiting = new List<DateTimeOffset>();
        foreach (UnsettledMail unsettled in await outbox.ListAsync(cancellation))
        {
            if (
                await table.FindAsync<OutgoingMail>(unsettled.Mail.Stream, OutgoingMail.RowKey(unsettled.Mail.Key), cancellation) is
                { Value: { State: OutgoingState.Waiting, CodeNumber: null } mail }
            )
            {
                waiting.Add(mail.At);
            }
        }

        return WaitingMails.Of(waiting);
    }

    private async Task<bool> IsDueAsync(
        UnsettledMail unsettled,
        DateTimeOffset now,
        List<MailRef> settled,
        List<DateTimeOffset> waiting,
        CancellationToken cancellation
    )
    {
        (StreamId stream, string key) = unsettled.Mail;
        Row<OutgoingMail>? row = await table.FindAsync<OutgoingMail>(stream, OutgoingMail.RowKey(key), cancellation);
        bool over =
            await outbox.WasDeliveredAsync(unsettled.Mail, cancellation)
            || row switch
            {
                null => now - unsettled.At > Unheard,
                { Value.CodeNumber: not null } => true, // nobody waits for a code that has run out
                { Value.State: OutgoingState.Waiting } => false,
                { Value.State: OutgoingState.Sent } => now - unsettled.At > Forgotten,
                _ => true,
            };
        if (row is null || over)
        {
            if (over)
            {
                settled.Add(unsettled.Mail);
            }

            return false;
        }

        if (row.Value.State == OutgoingState.Waiting)
        {
            waiting.Add(row.Value.At);
            return now - row.Value.At > Unsent;
        }

        return !row.Value.Retried
            && now - (row.Value.SentAt ?? row.Value.At) >= Unheard
            && await table.TryCommitAsync(
                new UnitOfWork(stream).Replace(row, row.Value with { State = OutgoingState.Waiting, Retried = true }),
                cancellation
            );
    }

    [LoggerMessage(21, LogLevel.Information, "The outbox check hands over {Count} mails")]
    private partial void LogChecked(int count);
}

/// <param name="Waiting">Mails that the mail service does not have yet; null where it has all.</param>
/// <param name="Late">Those of them that should have gone out a day ago.</param>
public sealed record OutboxChecked(WaitingMails? Waiting, WaitingMails? Late);

/// <param name="Since">When the oldest of them was written.</param>
public sealed record WaitingMails(int Count, DateTimeOffset Since)
{
    internal static WaitingMails? Of(IReadOnlyCollection<DateTimeOffset> written) =>
        written.Count == 0 ? null : new WaitingMails(written.Count, written.Min());
}
