using ACip.Workflows.Audit;
using ACip.Workflows.Mail.Incoming;
using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.Mail.Receiving;

public sealed class InboundActivities(
    ReceivedMailStore store,
    ProgrammeTable table,
    ProgrammeDirectory directory,
    TokenIndex tokens,
    AnswerDesk answers,
    MailPost post,
    ConfirmDesk confirmations,
    SetAsideDesk aside,
    IOptions<MailOptions> options,
    TimeProvider clock)
{
    /// <summary>Reads the message, decides what it is, commits what follows from it and sends the mails of that.</summary>
    /// <returns>Without the mails that were sent.</returns>
    [Function(nameof(TakeMail))]
    public async Task<MailTaken> TakeMail([ActivityTrigger] string key, CancellationToken cancellation)
    {
        MailTaken taken = await TakeAsync(key, cancellation);
        var left = new List<MailsOfStream>();
        foreach (MailsOfStream mails in taken.Mails)
        {
            if (await post.SendAsync(mails.Stream, mails.Keys, cancellation) is { Count: > 0 } unsent)
            {
                left.Add(mails with { Keys = unsent });
            }
        }

        return taken with { Mails = left };
    }

    private async Task<MailTaken> TakeAsync(string key, CancellationToken cancellation)
    {
        ReceivedPost post = await store.ReadAsync(key, cancellation);
        if (InboundParsePost.Read(post.Body, post.ContentType) is not InboundReading.Message { Value: var message })
        {
            return await aside.KeepUnreadableAsync(key, cancellation);
        }

        (TriageFacts facts, TokenHolder? holder, FoundRows? rows) = await FactsAsync(message, cancellation);
        Incoming.Decision decision = Triage.Decide(message, facts);
        bool forTask = decision.Verdict is Verdict.Answer or Verdict.ConfirmFirst;
        StreamId stream = forTask ? holder!.Task.Stream : StreamId.Inbox;
        string received = ReceivedMail.RowKey(decision.Key);
        if ((forTask && rows is not null ? rows.Find<ReceivedMail>(received) : await table.FindAsync<ReceivedMail>(stream, received, cancellation)) is { Value: var before })
        {
            // a repeated activity takes up what it had committed; a second delivery of the same mail does nothing
            return before.Blob == key ? before.Taken : MailTaken.Nothing;
        }

        return decision.Verdict switch
        {
            Verdict.Answer => (await answers.TakeAsync(message, decision, holder!.Task, key, AnswerGrounds.Sender, cancellation, rows)).Mail,
            Verdict.ConfirmFirst => await confirmations.AskAsync(message, decision, holder!.Task, key, cancellation),
            _ => await aside.KeepAsync(message, decision, holder?.Task, key, cancellation),
        };
    }

    private async Task<(TriageFacts Facts, TokenHolder? Holder, FoundRows? Rows)> FactsAsync(InboundMessage message, CancellationToken cancellation)
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
            if ((read is null ? await TaskRows.FindAsync(table, holder.Task, cancellation) : read.Find<HumanTaskFile>(holder.Task.RowKey)) is { } task)
            {
                rows = read;
                found = holder;
                ProgrammeRegister register = await directory.ReadAsync(cancellation);
                TaskPerson[] people = [.. task.Value.People.Append(holder.Person).Distinct().Select(id => register.People.GetValueOrDefault(id)).OfType<Person>().Select(p => new TaskPerson(p.Id, p.Email))];
                // an answered task still takes corrections: the report itself says until when
                known[TaskTokens.Hash(token)] = new TaskFacts(holder.Task.Task, holder.Person, people, holder.Expires, task.Value.State is TaskState.Open or TaskState.Answered);
            }
        }

        return (new TriageFacts(known, false, [options.Value.Domain, options.Value.ReplyDomain], clock.GetUtcNow()), found, rows);
    }
}
