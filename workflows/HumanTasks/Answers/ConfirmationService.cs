using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>Handles answers from senders whose domain did not authenticate them. What was understood goes to the registered address and
/// counts once it is confirmed from there.</summary>
public sealed class ConfirmationService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    ReceivedMailStore store,
    AnswerService answers,
    QuarantineIntake quarantine,
    ConfirmationMails mails,
    TimeProvider clock
)
{
    public async Task<MailTaken> AskAsync(
        InboundMessage message,
        TriageDecision decision,
        TaskRef task,
        string blob,
        CancellationToken cancellation
    )
    {
        HumanTaskRecord file = (await TaskRows.FindAsync(table, task, cancellation))!.Value;
        if (!file.AsksCoordinator && !file.IsForReaders)
        {
            TriageDecision closed = decision with { Verdict = Verdict.NeedsPerson, Reason = TriageReasons.TaskClosed };
            return await quarantine.KeepAsync(message, closed, task, blob, cancellation);
        }

        PersonId id = decision.Person!.Value;
        Person person = (await directory.ReadForAsync(known => known.People.ContainsKey(id), cancellation)).People[id];
        MailTaken taken = await table.DecideAsync(
            async () =>
            {
                if (
                    await table.FindAsync<ReceivedMail>(task.Stream, ReceivedMail.RowKey(decision.Key), cancellation) is
                    { Value: var before }
                )
                {
                    return ((UnitOfWork?)null, before.Taken);
                }

                var unit = new UnitOfWork(task.Stream);
                string? key = await mails.WriteAsync(unit, message, decision.Key, (task, file), person, cancellation);
                var written = new MailTaken(null, key is null ? [] : [new MailsOfStream(unit.Stream, [key])]);
                unit.Add(
                        ReceivedMail.RowKey(decision.Key),
                        new ReceivedMail(
                            decision.Key,
                            blob,
                            clock.GetUtcNow(),
                            decision.Verdict.ToString(),
                            decision.Reason,
                            task.Task,
                            person.Id,
                            written,
                            QuarantineState.Waiting
                        )
                    )
                    .Record(new AuditEntry(AuditKind.MailReceived, file.Id.Value, person.Id, decision.Reason, message.BodyDigest()));
                return (unit, written);
            },
            cancellation
        );
        if (taken.Mails.Count == 0)
        {
            // nobody is asked to confirm it: officers have to see to it
            return await quarantine.KeepAsync(message, decision, task, blob, cancellation);
        }

        await quarantine.ListAsync(message, decision, task, blob, cancellation);
        return taken;
    }

    /// <summary>What was understood, shown to the person to whom the confirmation link belongs.</summary>
    /// <param name="secret">Of the link: it went to the registered address alone.</param>
    /// <returns>Null where no such message waits for this person, the person has left, or the link is not the one that was
    /// mailed.</returns>
    public async Task<WaitingAnswer?> FindAsync(TaskRef task, Person person, string key, string secret, CancellationToken cancellation)
    {
        if (
            key.Length != 64
            || !key.All(char.IsAsciiHexDigitLower)
            || !mails.IsGenuine(task.Task, person.Id, key, secret)
            || await table.FindAsync<ReceivedMail>(task.Stream, ReceivedMail.RowKey(key), cancellation) is not { Value: var row }
            || row.Person != person.Id
            || row.Verdict != nameof(Verdict.ConfirmFirst)
            || await AsHandledAsync(row, cancellation) is not { } handled
            || await store.FindMessageAsync(row.Blob, cancellation) is not { Message: var message } received
        )
        {
            return null;
        }

        HumanTaskRecord file = (await TaskRows.FindAsync(table, task, cancellation))!.Value;
        if (!TaskPeople.StillSpeaks(file, person, clock.UtcToday()))
        {
            return null; // the message stays with the Secretariat
        }

        UnderstoodAnswer said = await mails.UnderstandAsync(message, (task, file), person, cancellation);
        return new WaitingAnswer(handled, received, said.Understood, said.Unclear, said.Files, said.Submits);
    }

    /// <summary>The person confirms having written the message. Confirming twice has the same effect as once.</summary>
    public async Task<AnswerTaken> ConfirmAsync(TaskRef task, WaitingAnswer waiting, PersonId person, CancellationToken cancellation)
    {
        if (await AsHandledAsync(waiting.Row, cancellation) is not { } row)
        {
            return new AnswerTaken(AnswerOutcome.Closed, MailTaken.Nothing);
        }

        if (row.State != QuarantineState.Waiting)
        {
            return new AnswerTaken(AnswerOutcome.Taken, row.Taken);
        }

        if (
            await MailClaims.TakeAsync(table, row.MessageKey, person, clock.GetUtcNow(), cancellation) is
            { State: QuarantineState.Sealed or QuarantineState.Discarded }
        )
        {
            return new AnswerTaken(AnswerOutcome.Closed, MailTaken.Nothing);
        }

        var decision = new TriageDecision(Verdict.ConfirmFirst, row.Reason, row.MessageKey, task.Task, person, []);
        AnswerTaken taken = await answers.TakeAsync(waiting.Message, decision, task, row.Blob, AnswerGrounds.Confirmed, cancellation);
        if (taken.Outcome == AnswerOutcome.Taken)
        {
            await quarantine.SettleAsync(row.MessageKey, person, cancellation);
        }
        else
        {
            await MailClaims.ReleaseAsync(table, row.MessageKey, person, cancellation);
        }

        return taken;
    }

    /// <summary>What officers do with a message stands in the Secretariat's list.</summary>
    /// <returns>Null where they have sealed or discarded it: nobody takes it any more.</returns>
    private async Task<ReceivedMail?> AsHandledAsync(ReceivedMail row, CancellationToken cancellation) =>
        row.State != QuarantineState.Waiting
        || await table.FindAsync<ReceivedMail>(StreamId.Inbox, ReceivedMail.RowKey(row.MessageKey), cancellation)
            is not { Value: { State: not QuarantineState.Waiting } listed }
            ? row
        : listed.State == QuarantineState.TreatedAsAnswer ? row with { State = listed.State }
        : null;
}

/// <param name="Submits">True: it asks to be handed in.</param>
public sealed record WaitingAnswer(
    ReceivedMail Row,
    ReceivedMessage Message,
    IReadOnlyList<UnderstoodLine> Understood,
    IReadOnlyList<UnclearLine> Unclear,
    IReadOnlyList<FileLine> Files,
    bool Submits
);
