using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>Ends the processing of every reply: it is either taken, with its mails and the record of its arrival, or left to a
/// person.</summary>
public sealed class ReplyEnding(ProgrammeTable table, MailWriter writer, QuarantineIntake quarantine)
{
    /// <summary>Leaves the reply to a person. If somebody already has it in hand, nothing changes.</summary>
    internal async Task<AnswerTaken> LeaveAsync(TaskReply reply, string reason, CancellationToken cancellation)
    {
        if (
            reply.Grounds == AnswerGrounds.Sender
            && await table.FindAsync<ReceivedMail>(reply.Task.Stream, ReceivedMail.RowKey(reply.Decision.Key), cancellation)
                is { Value: { State: QuarantineState.None } before }
        )
        {
            // it was taken after all: storage did not tell of the commit, and so it was decided again
            return new AnswerTaken(AnswerOutcome.Taken, before.Blob == reply.Blob ? before.Taken : MailTaken.Nothing);
        }

        AnswerOutcome outcome = reason == TriageReasons.TaskClosed ? AnswerOutcome.Closed : AnswerOutcome.NotUnderstood;
        return reply.Grounds == AnswerGrounds.Sender
            ? new AnswerTaken(
                outcome,
                await quarantine.KeepAsync(
                    reply.Message,
                    reply.Decision with
                    {
                        Verdict = Verdict.NeedsPerson,
                        Reason = reason,
                    },
                    reply.Task,
                    reply.Blob,
                    cancellation
                )
            )
            : new AnswerTaken(outcome, MailTaken.Nothing);
    }

    internal async Task<MailTaken> FinishAsync(UnitOfWork unit, TaskReply reply, ReplyResult result, CancellationToken cancellation) =>
        await FinishAsync(
            unit,
            reply,
            result,
            await table.FindAsync<ReceivedMail>(unit.Stream, ReceivedMail.RowKey(reply.Decision.Key), cancellation),
            cancellation
        );

    /// <param name="waiting">The message, where it waited for a confirmation.</param>
    internal async Task<MailTaken> FinishAsync(
        UnitOfWork unit,
        TaskReply reply,
        ReplyResult result,
        Row<ReceivedMail>? waiting,
        CancellationToken cancellation
    )
    {
        if (waiting is { Value: { State: not QuarantineState.Waiting } before })
        {
            // the same message, delivered twice and read at the same time: its figures must not come back over later ones
            unit.Withdraw();
            return before.Taken;
        }

        IReadOnlyList<string> keys = [.. result.Told?.Keys ?? [], .. await WriteAsync(unit, reply, result, cancellation)];
        var taken = new MailTaken(result.Ends ? reply.Task.InstanceId : null, keys.Count == 0 ? [] : [new MailsOfStream(unit.Stream, keys)])
        {
            Begins = result.Begins is { Count: > 0 } begins ? begins : null,
        };
        unit.Put(
            ReceivedMail.RowKey(reply.Decision.Key),
            waiting,
            new ReceivedMail(
                reply.Decision.Key,
                reply.Blob,
                reply.At,
                reply.Decision.Verdict.ToString(),
                reply.Decision.Reason,
                reply.Task.Task,
                reply.From.Id,
                taken,
                reply.Grounds == AnswerGrounds.Sender ? QuarantineState.None : QuarantineState.TreatedAsAnswer,
                reply.Grounds == AnswerGrounds.Confirmed ? reply.From.Id : null
            )
        );
        unit.Record(
            new AuditEntry(
                reply.Grounds == AnswerGrounds.Confirmed ? AuditKind.SenderConfirmed : AuditKind.MailReceived,
                reply.Task.Task.Value,
                reply.From.Id,
                reply.Decision.Reason,
                reply.Message.BodyDigest()
            )
        );
        return taken;
    }

    private async Task<IReadOnlyList<string>> WriteAsync(
        UnitOfWork unit,
        TaskReply reply,
        ReplyResult result,
        CancellationToken cancellation
    )
    {
        var keys = new List<string>();
        foreach ((PersonId to, MailContent content, string name) in result.Answers)
        {
            bool isTheirs = content is not Acknowledgement { IsForOfficer: true };
            var mail = new NewMail(content, to, $"{reply.Task.Task}-{name}-{reply.Decision.Key[..16]}")
            {
                Task = isTheirs ? reply.Task : null,
                Until = isTheirs ? result.Until : null,
                TakesReply = isTheirs,
                InReplyTo = to == reply.From.Id ? reply.Message.MessageId : null,
            };
            if (await writer.WriteAsync(unit, mail, cancellation) is { } key)
            {
                keys.Add(key);
            }
        }

        return keys;
    }
}

/// <summary>What follows from a reply.</summary>
/// <param name="Answers">Mails to whoever wrote it, and to others whom it concerns.</param>
/// <param name="Ends">Its task.</param>
/// <param name="Until">How long these mails take replies.</param>
internal sealed record ReplyResult(IReadOnlyList<(PersonId To, MailContent Content, string Key)> Answers, bool Ends, DateTimeOffset Until)
{
    /// <summary>Mails that have already been written.</summary>
    public MailsOfStream? Told { get; init; }

    /// <summary>Tasks that start because of the reply.</summary>
    public IReadOnlyList<TaskRef>? Begins { get; init; }
}
