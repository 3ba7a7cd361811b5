using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>Mails the registered address what was submitted on the page behind a link, so that the person notices if somebody else has
/// used it. Its saved draft goes in the same commit.</summary>
public sealed class LinkAcknowledgements(ProgrammeTable table, MailWriter writer, TimeProvider clock)
{
    /// <summary>Submissions within the same second are acknowledged once.</summary>
    /// <returns>Null where the person is gone.</returns>
    public async Task<MailsOfStream?> WriteAsync(
        UnitOfWork unit,
        LinkedTask linked,
        MailContent content,
        IReadOnlyDictionary<string, string> fields,
        CancellationToken cancellation
    )
    {
        await LinkDraft.ForgetAsync(table, unit, linked, cancellation);
        string key = $"{linked.Task.Id}-page-{LinkAnswers.Digest(fields)[..12]}-{clock.GetUtcNow():yyyyMMddHHmmss}";
        if (await table.FindAsync<OutgoingMail>(unit.Stream, OutgoingMail.RowKey(key), cancellation) is not null)
        {
            return new MailsOfStream(unit.Stream, [key]);
        }

        var mail = new NewMail(content, linked.Person.Id, key)
        {
            Task = linked.Ref,
            Until = linked.Task.Expires,
            TakesReply = true,
        };
        return await writer.WriteAsync(unit, mail, cancellation) is { } written ? new MailsOfStream(unit.Stream, [written]) : null;
    }
}
