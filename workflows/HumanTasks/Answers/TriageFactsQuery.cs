using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>Reads what is needed to classify a message, such as whose task its address names. Repeats are recorded here.</summary>
public sealed class TriageFactsQuery(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    TokenIndex tokens,
    AnswerService answers,
    IOptions<MailOptions> options
)
{
    /// <returns>With the task that it was sent to, and what was read with that.</returns>
    internal async Task<(TriageFacts Facts, TokenHolder? Holder, FoundRows? Rows)> ReadAsync(
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
                ProgrammeRegister register = await directory.ReadForAsync(
                    known => IsKnown(message, PeopleOf(task.Value, holder, known, arrived)),
                    cancellation
                );
                TaskPerson[] people = PeopleOf(task.Value, holder, register, arrived);
                // an answered task still takes corrections: the report itself says until when
                known[TaskTokens.Hash(token)] = new TaskFacts(
                    holder.Task.Task,
                    holder.Person,
                    people,
                    task.Value.HoldsUntil(holder.Expires),
                    task.Value.State is TaskState.Open or TaskState.Answered
                );
            }
        }

        return (new TriageFacts(known, [options.Value.Domain, options.Value.ReplyDomain], arrived), found, rows);
    }

    private static bool IsKnown(InboundMessage message, TaskPerson[] people) =>
        SenderCheck.Of(message, people).Status is not (SenderStatus.Stranger or SenderStatus.Mismatch);

    /// <summary>Those who were asked and still have a role. What others write, a person looks at.</summary>
    private static TaskPerson[] PeopleOf(HumanTaskRecord task, TokenHolder holder, ProgrammeRegister register, DateTimeOffset arrived) =>
        [
            .. task
                .People.Append(holder.Person)
                .Distinct()
                .Select(id => register.People.GetValueOrDefault(id))
                .OfType<Person>()
                .Where(person => TaskPeople.StillSpeaks(task, person, DateOnly.FromDateTime(arrived.UtcDateTime)))
                .Select(person => new TaskPerson(person.Id, person.Email)),
        ];

    /// <param name="rows">What was read already of the stream; null: nothing.</param>
    internal async Task<ReceivedMail?> FindBeforeAsync(StreamId stream, string message, FoundRows? rows, CancellationToken cancellation)
    {
        string note = ReceivedMail.RowKey(message);
        Row<ReceivedMail>? before = rows is null
            ? await table.FindAsync<ReceivedMail>(stream, note, cancellation)
            : rows.Find<ReceivedMail>(note);
        return before?.Value;
    }

    /// <summary>Records a repeated message, so that every stored mail is named by a row.</summary>
    internal Task<bool> NoteRepeatAsync(StreamId stream, string message, string key, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
                await table.FindAsync<ReceivedMail>(stream, ReceivedMail.RowKey(message), cancellation)
                    is { Value: { Repeats.Count: < ReceivedMail.MostRepeats } mail } row
                && !mail.Repeats.Contains(key)
                    ? (new UnitOfWork(stream).Replace(row, mail with { Repeats = [.. mail.Repeats, key] }), true)
                    : ((UnitOfWork?)null, false),
            cancellation
        );
}
