using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.HumanTasks.Answers;

public sealed partial class InboundActivities(
    ReceivedMailStore store,
    ProgrammeTable table,
    ProgrammeDirectory directory,
    TokenIndex tokens,
    AnswerService answers,
    MailPost post,
    ConfirmationService confirmations,
    QuarantineService aside,
    IOptions<MailOptions> options,
    ProgrammeMetrics metrics,
    ILogger<InboundActivities> logger
)
{
    /// <summary>Reads the message, decides what it is, commits what follows from it and sends the mails of that.</summary>
    /// <returns>Without the mails that were sent.</returns>
    /// <exception cref="Exception">Storage is away; the workflow tries again. What is wrong with the message itself throws nothing: it
    /// would throw for ever.</exception>
    [Function(nameof(TakeMail))]
    public async Task<MailTaken> TakeMail(
        [ActivityTrigger] string key,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        MailTaken taken;
        try
        {
            taken = await TakeAsync(key, cancellation);
        }
        catch (Exception error) when (!StorageTrouble.IsPassing(error))
        {
            metrics.Unprocessed();
            LogUnprocessed(error, key);
            taken = await aside.KeepUnprocessedAsync(key, cancellation);
        }

        await workflows.BeginAsync(taken.Begins, cancellation);
        return await SendAsync(taken, cancellation);
    }

    /// <summary>Nothing came of it, however often it was tried: a person is told.</summary>
    [Function(nameof(LeaveMail))]
    public async Task<MailTaken> LeaveMail([ActivityTrigger] string key, CancellationToken cancellation) =>
        await SendAsync(await aside.KeepUnprocessedAsync(key, cancellation), cancellation);

    private async Task<MailTaken> SendAsync(MailTaken taken, CancellationToken cancellation)
    {
        var left = new List<MailsOfStream>();
        foreach (MailsOfStream mails in taken.Mails)
        {
            if (await post.SendAsync(mails.Stream, mails.Keys, cancellation) is { Count: > 0 } unsent)
            {
                left.Add(mails with { Keys = unsent });
            }
        }

        return taken with
        {
            Mails = left,
        };
    }

    private async Task<MailTaken> TakeAsync(string key, CancellationToken cancellation)
    {
        if ((await store.ReadAsync(key, cancellation)).Read() is not { Message: var message } received)
        {
            return await aside.KeepUnreadableAsync(key, cancellation);
        }

        (TriageFacts facts, TokenHolder? holder, FoundRows? rows) = await FactsAsync(message, received.Arrived.At, cancellation);
        TriageDecision decision = Triage.Decide(message, facts);
        LogDecided(key, decision.Verdict, decision.Reason);
        metrics.Received(decision.Verdict.ToString());
        bool forTask = decision.Verdict is Verdict.Answer or Verdict.ConfirmFirst;
        StreamId stream = forTask ? holder!.Task.Stream : StreamId.Inbox;
        string note = ReceivedMail.RowKey(decision.Key);
        if (
            (
                forTask && rows is not null
                    ? rows.Find<ReceivedMail>(note)
                    : await table.FindAsync<ReceivedMail>(stream, note, cancellation)
            ) is
            { Value: var before }
        )
        {
            // a repeated activity takes up what it had committed; a second delivery of the same mail does nothing
            if (before.Blob != key)
            {
                await NoteRepeatAsync(stream, note, key, cancellation);
                return MailTaken.Nothing;
            }

            return before.Taken;
        }

        try
        {
            return decision.Verdict switch
            {
                Verdict.Answer => (
                    await answers.TakeAsync(received, decision, holder!.Task, key, AnswerGrounds.Sender, cancellation, rows)
                ).Mail,
                Verdict.ConfirmFirst => await confirmations.AskAsync(message, decision, holder!.Task, key, cancellation),
                _ => await aside.KeepAsync(message, decision, holder?.Task, key, cancellation),
            };
        }
        catch (Exception error) when (forTask && !StorageTrouble.IsPassing(error))
        {
            // of this one it is known whose it is: the sender is told too that a person has it
            metrics.Unprocessed();
            LogUnprocessed(error, key);
            string reason = error is FactTooLargeException ? Reasons.TooLarge : Reasons.NotProcessed;
            return await aside.KeepAsync(
                message,
                decision with
                {
                    Verdict = Verdict.NeedsPerson,
                    Reason = reason,
                },
                holder!.Task,
                key,
                cancellation
            );
        }
    }

    /// <summary>So that every mail that was kept is named by a row.</summary>
    private Task<bool> NoteRepeatAsync(StreamId stream, string note, string key, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
                await table.FindAsync<ReceivedMail>(stream, note, cancellation)
                    is { Value: { Repeats.Count: < ReceivedMail.MostRepeats } mail } row
                && !mail.Repeats.Contains(key)
                    ? (new UnitOfWork(stream).Replace(row, mail with { Repeats = [.. mail.Repeats, key] }), true)
                    : ((UnitOfWork?)null, false),
            cancellation
        );

    private async Task<(TriageFacts Facts, TokenHolder? Holder, FoundRows? Rows)> FactsAsync(
        InboundMessage message,
        DateTimeOffset arrived,
        CancellationToken cancellation
    )
    {
        var known = new Dictionary<string, TaskFacts>();
        TokenHolder? found = null;
        FoundRows? rows = null;
        foreach (string token in ReplyAddress.Tokens(message.EnvelopeTo).Take(10))
        {
            if (await tokens.FindAsync(token, TokenUse.Reply, cancellation) is not { } holder)
            {
                continue;
            }

            FoundRows? read = await answers.ReadAsync(holder.Task, MessageKey.Of(message), cancellation);
            if (
                (
                    read is null
                        ? await TaskRows.FindAsync(table, holder.Task, cancellation)
                        : read.Find<HumanTaskRecord>(holder.Task.RowKey)
                ) is
                { } task
            )
            {
                rows = read;
                found = holder;
                ProgrammeRegister register = await directory.ReadAsync(cancellation);
                TaskPerson[] people =
                [
                    .. task
                        .Value.People.Append(holder.Person)
                        .Distinct()
                        .Select(id => register.People.GetValueOrDefault(id))
                        .OfType<Person>()
                        .Select(p => new TaskPerson(p.Id, p.Email)),
                ];
                // an answered task still takes corrections: the report itself says until when
                known[TaskTokens.Hash(token)] = new TaskFacts(
                    holder.Task.Task,
                    holder.Person,
                    people,
                    holder.Expires,
                    task.Value.State is TaskState.Open or TaskState.Answered
                );
            }
        }

        return (new TriageFacts(known, [options.Value.Domain, options.Value.ReplyDomain], arrived), found, rows);
    }

    [LoggerMessage(51, LogLevel.Information, "Received mail {Key}: {Verdict} ({Reason})")]
    private partial void LogDecided(string key, Verdict verdict, string reason);

    [LoggerMessage(50, LogLevel.Error, "Received mail {Key} could not be processed; it is kept for a person")]
    private partial void LogUnprocessed(Exception error, string key);
}
