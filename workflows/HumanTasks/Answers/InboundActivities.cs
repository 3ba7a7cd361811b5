using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Storage;
using ACip.Workflows.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ACip.Workflows.HumanTasks.Answers;

public sealed partial class InboundActivities(
    ReceivedMailStore store,
    TriageFactsQuery facts,
    AnswerService answers,
    ConfirmationService confirmations,
    QuarantineIntake quarantine,
    MailPost post,
    ProgrammeMetrics metrics,
    ILogger<InboundActivities> logger
)
{
    /// <summary>Reads the message, classifies it, commits the consequences and sends the resulting mails.</summary>
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
            taken = await quarantine.KeepUnprocessedAsync(key, cancellation);
        }

        await workflows.BeginAsync(taken.Begins, cancellation);
        return await SendAsync(taken, cancellation);
    }

    /// <summary>Leaves the message to a person after every attempt to process it has failed.</summary>
    [Function(nameof(LeaveMail))]
    public async Task<MailTaken> LeaveMail([ActivityTrigger] string key, CancellationToken cancellation) =>
        await SendAsync(await quarantine.KeepUnprocessedAsync(key, cancellation), cancellation);

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
            return await quarantine.KeepUnreadableAsync(key, cancellation);
        }

        (TriageFacts known, TokenHolder? holder, FoundRows? rows) = await facts.ReadAsync(message, received.Arrived.At, cancellation);
        TriageDecision decision = Triage.Decide(message, known);
        LogDecided(key, decision.Verdict, decision.Reason);
        metrics.Received(decision.Verdict.ToString());
        bool forTask = decision.Verdict is Verdict.Answer or Verdict.ConfirmFirst;
        StreamId stream = forTask ? holder!.Task.Stream : StreamId.Inbox;
        if (await facts.FindBeforeAsync(stream, decision.Key, forTask ? rows : null, cancellation) is { } before)
        {
            // a repeated activity takes up what it had committed; a second delivery of the same mail does nothing
            if (before.Blob != key)
            {
                await facts.NoteRepeatAsync(stream, decision.Key, key, cancellation);
                return MailTaken.Nothing;
            }

            if (decision.Verdict == Verdict.ConfirmFirst && before.State == QuarantineState.Waiting)
            {
                // the run that committed it may have ended before it was listed
                await quarantine.ListAsync(message, decision, holder!.Task, key, cancellation);
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
                _ => await quarantine.KeepAsync(message, decision, holder?.Task, key, cancellation),
            };
        }
        catch (Exception error) when (forTask && !StorageTrouble.IsPassing(error))
        {
            // of this one it is known whose it is: the sender is told too that a person has it
            metrics.Unprocessed();
            LogUnprocessed(error, key);
            string reason = error is FactTooLargeException ? TriageReasons.TooLarge : TriageReasons.NotProcessed;
            return await quarantine.KeepAsync(
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

    [LoggerMessage(51, LogLevel.Information, "Received mail {Key}: {Verdict} ({Reason})")]
    private partial void LogDecided(string key, Verdict verdict, string reason);

    [LoggerMessage(50, LogLevel.Error, "Received mail {Key} could not be processed; it is kept for a person")]
    private partial void LogUnprocessed(Exception error, string key);
}
