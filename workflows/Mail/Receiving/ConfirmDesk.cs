using ACip.Workflows.Audit;
using ACip.Workflows.Mail.Incoming;
using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Mail.Workbooks;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.Mail.Receiving;

/// <summary>Answers whose sender's domain proved nothing: what was understood goes to the registered address, and counts once confirmed from there.</summary>
public sealed class ConfirmDesk(ProgrammeTable table, ProgrammeDirectory directory, ReceivedMailStore store, AnswerDesk answers, ReplyReadings readings, SetAsideDesk aside, MailWriter writer, TimeProvider clock)
{
    public async Task<MailTaken> AskAsync(InboundMessage message, Incoming.Decision decision, TaskRef task, string blob, CancellationToken cancellation)
    {
        HumanTaskFile file = (await TaskRows.FindAsync(table, task, cancellation))!.Value;
        if (file.Kind is not (TaskKind.ReportQuarter or TaskKind.DraftPlan or TaskKind.ReviewPlan))
        {
            return await aside.KeepAsync(message, decision with { Verdict = Verdict.NeedsPerson, Reason = Reasons.TaskClosed }, task, blob, cancellation);
        }

        Person person = (await directory.ReadAsync(cancellation)).People[decision.Person!.Value];
        MailTaken taken = await table.DecideAsync(async () =>
        {
            if (await table.FindAsync<ReceivedMail>(task.Stream, ReceivedMail.RowKey(decision.Key), cancellation) is { Value: var before })
            {
                return ((Unit?)null, before.Taken);
            }

            (About about, IReadOnlyList<FormItem> items) = await readings.MatterAsync(task, file, cancellation);
            ReplyReading reading = (await readings.ReadAsync(message, task, file, person, cancellation)).Reading;
            var confirm = new ConfirmFirst(about, AnswerLines.Understood(reading, items, person.Language), AnswerLines.Unclear(reading, items, person.Language), file.Expires,
                new Uri($"{writer.TaskLink}/confirm/{decision.Key}"));
            var unit = new Unit(task.Stream);
            string? key = await writer.WriteAsync(unit, confirm, person.Id, $"{file.Id}-confirm-{decision.Key[..16]}", task, file.Expires, false, message.MessageId, cancellation);
            var written = new MailTaken(null, key is null ? [] : [new MailsOfStream(unit.Stream, [key])]);
            unit.Add(ReceivedMail.RowKey(decision.Key), new ReceivedMail(decision.Key, blob, clock.GetUtcNow(), decision.Verdict.ToString(), decision.Reason, task.Task, person.Id, written, SetAsideState.Waiting))
                .Record(new AuditEntry(AuditKind.MailReceived, file.Id.Value, person.Id, decision.Reason, message.BodyDigest()));
            return (unit, written);
        }, cancellation);
        await aside.ListAsync(message, decision, task, blob, cancellation);
        return taken;
    }

    /// <summary>What was understood, for the person whose link this is.</summary>
    /// <returns>Null where no such message waits for this person.</returns>
    public async Task<WaitingAnswer?> FindAsync(TaskRef task, Person person, string key, CancellationToken cancellation)
    {
        if (key.Length != 64 || !key.All(char.IsAsciiHexDigitLower)
            || await table.FindAsync<ReceivedMail>(task.Stream, ReceivedMail.RowKey(key), cancellation) is not { Value: var row }
            || row.Person != person.Id || row.Verdict != nameof(Verdict.ConfirmFirst)
            || await store.FindMessageAsync(row.Blob, cancellation) is not { Message: var message } received)
        {
            return null;
        }

        HumanTaskFile file = (await TaskRows.FindAsync(table, task, cancellation))!.Value;
        (_, IReadOnlyList<FormItem> items) = await readings.MatterAsync(task, file, cancellation);
        ReadReply read = await readings.ReadAsync(message, task, file, person, cancellation);
        return new WaitingAnswer(row, received, AnswerLines.Understood(read.Reading, items, person.Language), AnswerLines.Unclear(read.Reading, items, person.Language), read.Files,
            read.Reading.Command is Command.Submit or Command.Nil);
    }

    /// <summary>The person says that it is theirs. Twice is once.</summary>
    public async Task<AnswerTaken> ConfirmAsync(TaskRef task, WaitingAnswer waiting, PersonId person, CancellationToken cancellation)
    {
        ReceivedMail row = waiting.Row;
        if (row.State != SetAsideState.Waiting)
        {
            return new AnswerTaken(AnswerOutcome.Taken, row.Taken);
        }

        var decision = new Incoming.Decision(Verdict.ConfirmFirst, row.Reason, row.MessageKey, task.Task, person, []);
        AnswerTaken taken = await answers.TakeAsync(waiting.Message, decision, task, row.Blob, AnswerGrounds.Confirmed, cancellation);
        if (taken.Outcome == AnswerOutcome.Taken)
        {
            await aside.SettleAsync(row.MessageKey, person, cancellation);
        }

        return taken;
    }
}

/// <param name="Submits">True: it asks to be handed in.</param>
public sealed record WaitingAnswer(ReceivedMail Row, ReceivedMessage Message, IReadOnlyList<UnderstoodLine> Understood, IReadOnlyList<UnclearLine> Unclear, IReadOnlyList<FileLine> Files, bool Submits);
