using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Takes up mails that were never sent, however old, and sends once more those of which nothing was heard for a day, with the same tokens and Message-ID. For the daily reconciliation.</summary>
public sealed partial class OutboxCheck(ProgrammeTable table, OutboxIndex outbox, TimeProvider clock, ILogger<OutboxCheck> logger)
{
    /// <summary>A workflow is still trying until then.</summary>
    private static readonly TimeSpan Unsent = TimeSpan.FromHours(3), Unheard = TimeSpan.FromHours(24), Forgotten = TimeSpan.FromDays(30);

    /// <returns>Since when mails have been waiting that should have gone out a day ago; null where there are none.</returns>
    public async Task<WaitingMails?> RunAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var due = new List<MailRef>();
        var late = new List<DateTimeOffset>();
        var over = new List<MailRef>();
        foreach (UnsettledMail unsettled in await outbox.ListAsync(cancellation))
        {
            if (await IsDueAsync(unsettled, now, over, late, cancellation))
            {
                due.Add(unsettled.Mail);
            }
        }

        await outbox.RemoveAsync(over, cancellation);

        foreach (IGrouping<StreamId, MailRef> stream in due.GroupBy(mail => mail.Stream))
        {
            await workflows.DispatchAsync(new MailsOfStream(stream.Key, [.. stream.Select(mail => mail.Key)]), $"check {now:yyyy-MM-dd}", cancellation);
        }

        LogChecked(due.Count);
        return late.Count == 0 ? null : new WaitingMails(late.Count, late.Min());
    }

    private async Task<bool> IsDueAsync(UnsettledMail unsettled, DateTimeOffset now, List<MailRef> settled, List<DateTimeOffset> late, CancellationToken cancellation)
    {
        (StreamId stream, string key) = unsettled.Mail;
        Row<OutgoingMail>? row = await table.FindAsync<OutgoingMail>(stream, OutgoingMail.RowKey(key), cancellation);
        bool over = await outbox.WasDeliveredAsync(unsettled.Mail, cancellation) || row switch
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
            if (now - row.Value.At > Unheard)
            {
                late.Add(row.Value.At);
            }

            return now - row.Value.At > Unsent;
        }

        return !row.Value.Retried && now - (row.Value.SentAt ?? row.Value.At) >= Unheard
            && await table.TryCommitAsync(new UnitOfWork(stream).Replace(row, row.Value with { State = OutgoingState.Waiting, Retried = true }), cancellation);
    }

    /// <summary>Mails that the mail service should have had long ago.</summary>
    public sealed record WaitingMails(int Count, DateTimeOffset Since);

    [LoggerMessage(21, LogLevel.Information, "The outbox check hands over {Count} mails")]
    private partial void LogChecked(int count);
}
