using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Sends mails again on an operator's request: all that wait, without waiting for the daily check; or one that was sent and did
/// not arrive.</summary>
/// <remarks>It is sent as it was written, with the same tokens and Message-ID, to its recipient's present address.</remarks>
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

    /// <summary>Two requests within a minute have the effect of one.</summary>
    private Task DispatchAsync(DurableTaskClient workflows, MailsOfStream mails, CancellationToken cancellation) =>
        workflows.DispatchAsync(mails, $"resend {clock.GetUtcNow():yyyy-MM-dd HH:mm}", cancellation);
}

/// <summary>NotWanted: the recipient has unsubscribed at the mail service, which would drop the mail.</summary>
public enum ResendOutcome
{
    HandedOver,
    NoSuchMail,
    IsACode,
    GoesIntoADigest,
    NotWanted,
}
