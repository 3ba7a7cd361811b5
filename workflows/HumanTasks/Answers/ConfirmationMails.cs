using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>Mails the registered address what a message was understood to say, with a link to confirm it.</summary>
public sealed class ConfirmationMails(TaskKinds kinds, MailWriter writer, MailLimits limits, TokenIndex tokens, TimeProvider clock)
{
    /// <param name="received">The message's key.</param>
    /// <returns>Null where this person has been asked often enough for a while.</returns>
    internal async Task<string?> WriteAsync(
        UnitOfWork unit,
        InboundMessage message,
        string received,
        (TaskRef Ref, HumanTaskRecord File) task,
        Person person,
        CancellationToken cancellation
    )
    {
        UnderstoodAnswer said = await UnderstandAsync(message, task, person, cancellation);
        if (await limits.CountAsync(unit, "confirm", person.Id.Value, clock.GetUtcNow(), cancellation) is not { } count)
        {
            return null;
        }

        var link = new Uri($"{writer.TaskLink}/{Placeholders.ConfirmPath(received)}");
        var confirm = new ConfirmFirst(said.About, said.Understood, said.Unclear, task.File.Expires, link)
        {
            IsLast = count == MailLimit.OfASender,
        };
        return await writer.WriteAsync(
            unit,
            new NewMail(confirm, person.Id, $"{task.File.Id}-confirm-{received[..16]}")
            {
                Task = task.Ref,
                Until = task.File.Expires,
                InReplyTo = message.MessageId,
            },
            cancellation
        );
    }

    internal async Task<UnderstoodAnswer> UnderstandAsync(
        InboundMessage message,
        (TaskRef Ref, HumanTaskRecord File) task,
        Person person,
        CancellationToken cancellation
    ) =>
        await kinds.Of(task.File.Kind).UnderstandAsync(message, task.Ref, task.File, person, cancellation)
        ?? throw new InvalidOperationException($"Tasks of kind {task.File.Kind} take no reply.");

    /// <param name="secret">Of the link in the mail.</param>
    internal bool IsGenuine(TaskId task, PersonId person, string received, string secret) =>
        ConfirmSecret.IsGenuine(tokens.Secret, task, person, received, secret);
}
