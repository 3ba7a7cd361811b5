using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure.Data.Tables;

namespace ACip.Workflows.Reconciliation.Restored;

/// <summary>Writes again, from the facts, what is missing in the index of mails: tokens of tasks that have not expired, mails that wait to
/// be sent, and notices that wait for a digest. Two tables cannot be restored to the same moment.</summary>
/// <remarks>A mail that was sent is not listed again: whether it has arrived stood in the index alone, and one that arrives twice is worse
/// than one that is not sent again.</remarks>
public sealed class MailIndexRepair(ProgrammeTable table, OutboxIndex outbox, TokenIndex tokens, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>What is younger may be on its way into the index, or out of it.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    /// <returns>How many rows were missing.</returns>
    internal async Task<int> RunAsync(ProgrammeRegister register, CancellationToken cancellation)
    {
        // before the facts: an entry is written before what it is about
        IReadOnlySet<string> there = await outbox.KeysAsync(cancellation);
        var missing = new List<TableEntity>();
        await foreach ((StreamId stream, IReadOnlyList<TableEntity> rows) in table.StreamsAsync(cancellation))
        {
            var content = new StreamRows(stream, rows);
            missing.AddRange(
                content
                    .Facts<HumanTaskRecord>(TaskRef.RowPrefix)
                    .SelectMany(task => TokensOf(stream, task, register))
                    .Concat(content.Facts<OutgoingMail>(OutgoingMail.Prefix).Select(mail => NoteOf(stream, mail)).OfType<TableEntity>())
                    .Where(entry => !there.Contains(entry.RowKey))
            );
        }

        foreach (TableEntity[] some in missing.Chunk(AtOnce))
        {
            await outbox.Rows.UpsertAsync(some);
        }

        return missing.Count;
    }

    private IEnumerable<TableEntity> TokensOf(StreamId stream, HumanTaskRecord task, ProgrammeRegister register) =>
        task.Expires <= clock.GetUtcNow()
            ? []
            : TaskPeople
                .AskedBefore(task, register, clock.UtcToday())
                .SelectMany(person => tokens.Rows(new TaskRef(stream, task.Id), person, task.Expires));

    private TableEntity? NoteOf(StreamId stream, OutgoingMail mail) =>
        clock.GetUtcNow() - mail.At < Settled || mail.CodeNumber is not null
            ? null
            : mail.State switch
            {
                OutgoingState.Waiting => OutboxIndex.Note(stream, mail.Key, mail.At),
                OutgoingState.Held => OutboxIndex.HeldNote(mail.To, stream, mail.Key, mail.At),
                _ => null,
            };
}
