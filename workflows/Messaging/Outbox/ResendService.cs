using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Mails once more, because an operator says so: all that wait, without waiting for the daily check; or one that went out and did
/// not arrive.</summary>
/// <remarks>It goes out as it was written, with the same tokens and Message-ID, to the address that its recipient has now.</remarks>
public sealed class ResendService(ProgrammeTable table, OutboxIndex outbox, TimeProvider clock)
{
    /// <returns>How many were handed over.</returns>
    public async Task<int> WaitingAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        var waiting = new List<MailRef>();
        foreach (UnsettledMail unsettled in await outbox.ListAsync(cancellation))
        {
            if (
                await table.FindAsync<OutgoingMail>(unsettled.Mail.Stream, OutgoingMail.RowKey(unsettled.Mail.Key), cancellation) is
                { Value: { State: OutgoingState.Waiting, CodeNumber: null } }
            )
            {
                waiting.Add(unsettled.Mail);
            }
        }

        foreach (IGrouping<StreamId, MailRef> stream in waiting.GroupBy(mail => mail.Stream))
        {
            await DispatchAsync(workflows, new MailsOfStream(stream.Key, [.. stream.Select(mail => mail.Key)]), cancellation);
        }

        return waiting.Count;
    }

    public async Task<ResendOutcome> OneAsync(MailRef mail, DurableTaskClient workflows, CancellationToken cancellation)
    {
        ResendOutcome outcome = await table.DecideAsync(
            async () =>
            {
                Row<OutgoingMail>? row = await table.FindAsync<OutgoingMail>(mail.Stream, OutgoingMail.RowKey(mail.Key), cancellation);
                return row is null ? (null, ResendOutcome.NoSuchMail)
                    : row.Value.CodeNumber is not null ? (null, ResendOutcome.IsACode)
                    : row.Value.State switch
                    {
                        OutgoingState.Waiting => (null, ResendOutcome.HandedOver),
                        OutgoingState.Held or OutgoingState.InDigest => (null, ResendOutcome.GoesIntoADigest),
                        OutgoingState.SpamReported or OutgoingState.Unsubscribed => (null, ResendOutcome.NotWanted),
                        _ => (Again(mail, row), ResendOutcome.HandedOver),
                    };
            },
            cancellation
        );
        if (outcome == ResendOutcome.HandedOver)
        {
            await DispatchAsync(workflows, new MailsOfStream(mail.Stream, [mail.Key]), cancellation);
        }

        return outcome;
    }

    private UnitOfWork Again(MailRef mail, Row<OutgoingMail> row) =>
        new UnitOfWork(mail.Stream)
            .Replace(row, row.Value with { State = OutgoingState.Waiting, Retried = true, Detail = null })
            .Record(new AuditEntry(AuditKind.MailResent, mail.Key, Reason: "asked for by an operator"))
            .IndexFirst(outbox.Rows, [OutboxIndex.Note(mail.Stream, mail.Key, clock.GetUtcNow())]);

    /// <summary>Asked for twice within a minute it is done once.</summary>
    private Task DispatchAsync(DurableTaskClient workflows, MailsOfStream mails, CancellationToken cancellation) =>
        workflows.DispatchAsync(mails, $"resend {clock.GetUtcNow():yyyy-MM-dd HH:mm}", cancellation);
}

/// <summary>NotWanted: its recipient has said so to the mail service, which would drop it.</summary>
public enum ResendOutcome
{
    HandedOver,
    NoSuchMail,
    IsACode,
    GoesIntoADigest,
    NotWanted,
}
