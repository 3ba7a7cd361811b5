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
    ConfirmDesk confirmations,
    SetAsideDesk aside,
    IOptions<MailOptions> options,
    TimeProvider clock)
{
    /// <summary>Reads the message, decides what it is, and commits what follows from it.</summary>
    [Function(nameof(TakeMail))]
    public async Task<MailTaken> TakeMail([ActivityTrigger] string key, CancellationToken cancellation)
    {
        ReceivedPost post = await store.ReadAsync(key, cancellation);
        if (InboundParsePost.Read(post.Body, post.ContentType) is not InboundReading.Message { Value: var message })
        {
            return await aside.KeepUnreadableAsync(key, cancellation);
        }

        (TriageFacts facts, TokenHolder? holder) = await FactsAsync(message, cancellation);
        Incoming.Decision decision = Triage.Decide(message, facts);
        bool forTask = decision.Verdict is Verdict.Answer or Verdict.ConfirmFirst;
        StreamId stream = forTask ? holder!.Task.Stream : StreamId.Inbox;
        if (await table.FindAsync<ReceivedMail>(stream, ReceivedMail.RowKey(decision.Key), cancellation) is { Value: var before })
        {
            // a repeated activity takes up what it had committed; a second delivery of the same mail does nothing
            return before.Blob == key ? before.Taken : MailTaken.Nothing;
        }

        return decision.Verdict switch
        {
            Verdict.Answer => (await answers.TakeAsync(message, decision, holder!.Task, key, AnswerGrounds.Sender, cancellation)).Mail,
            Verdict.ConfirmFirst => await confirmations.AskAsync(message, decision, holder!.Task, key, cancellation),
            _ => await aside.KeepAsync(message, decision, holder?.Task, key, cancellation),
        };
    }

    private async Task<(TriageFacts Facts, TokenHolder? Holder)> FactsAsync(InboundMessage message, CancellationToken cancellation)
    {
        var known = new Dictionary<string, TaskFacts>();
        TokenHolder? found = null;
        foreach (string token in ReplyAddress.Tokens(message.EnvelopeTo).Take(10))
        {
            if (await tokens.FindAsync(token, TokenUse.Reply, cancellation) is { } holder && await TaskRows.FindAsync(table, holder.Task, cancellation) is { } task)
            {
                found = holder;
                ProgrammeRegister register = await directory.ReadAsync(cancellation);
                TaskPerson[] people = [.. task.Value.People.Append(holder.Person).Distinct().Select(id => register.People.GetValueOrDefault(id)).OfType<Person>().Select(p => new TaskPerson(p.Id, p.Email))];
                // an answered task still takes corrections: the report itself says until when
                known[TaskTokens.Hash(token)] = new TaskFacts(holder.Task.Task, holder.Person, people, holder.Expires, task.Value.State is TaskState.Open or TaskState.Answered);
            }
        }

        return (new TriageFacts(known, false, [options.Value.Domain, options.Value.ReplyDomain], clock.GetUtcNow()), found);
    }
}
