using ACip.Workflows.Mail.Receiving;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ACip.Workflows.Mail.Outbox;

/// <summary>Takes up mails that were never sent, and sends once more those of which nothing was heard for a day, with the same tokens and Message-ID. For the daily reconciliation.</summary>
public sealed partial class OutboxCheck(ProgrammeTable table, OutboxIndex outbox, TimeProvider clock, ILogger<OutboxCheck> logger)
{
    /// <summary>A workflow is still trying until then.</summary>
    private static readonly TimeSpan Unsent = TimeSpan.FromHours(3), Unheard = TimeSpan.FromHours(24), Forgotten = TimeSpan.FromDays(30);

    /// <returns>How many mails were handed over to be sent.</returns>
    public async Task<int> RunAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var due = new List<MailRef>();
        var over = new List<MailRef>();
        foreach (UnsettledMail unsettled in await outbox.ListAsync(cancellation))
        {
            if (await IsDueAsync(unsettled, now, over, cancellation))
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
        return due.Count;
    }

    private async Task<bool> IsDueAsync(UnsettledMail unsettled, DateTimeOffset now, List<MailRef> settled, CancellationToken cancellation)
    {
        (StreamId stream, string key) = unsettled.Mail;
        Row<OutgoingMail>? row = await table.FindAsync<OutgoingMail>(stream, OutgoingMail.RowKey(key), cancellation);
        bool over = await outbox.WasDeliveredAsync(unsettled.Mail, cancellation) || (row is null ? now - unsettled.At > Unheard : row.Value.State is not (OutgoingState.Waiting or OutgoingState.Sent) || now - unsettled.At > Forgotten || row.Value.CodeNumber is not null);
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
            return now - row.Value.At > Unsent;
        }

        return !row.Value.Retried && now - (row.Value.SentAt ?? row.Value.At) >= Unheard
            && await table.TryCommitAsync(new Unit(stream).Replace(row, row.Value with { State = OutgoingState.Waiting, Retried = true }), cancellation);
    }

    [LoggerMessage(21, LogLevel.Information, "The outbox check hands over {Count} mails")]
    private partial void LogChecked(int count);
}
