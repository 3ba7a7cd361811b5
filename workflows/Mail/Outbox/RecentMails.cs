using System.Collections.Concurrent;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Mail.Outbox;

/// <summary>Mails that this process has just written or sent: who sends them, or hears what became of them, mostly comes within seconds and finds the row here. Never needed: what is not here is read.</summary>
public sealed class RecentMails
{
    /// <summary>Some ten kilobytes each.</summary>
    private const int MostKept = 400;

    private readonly ConcurrentDictionary<MailRef, Unit> written = new();
    private readonly ConcurrentDictionary<MailRef, Task<Row<OutgoingMail>?>> sent = new();

    /// <param name="unit">It counts once it is committed.</param>
    public void Wrote(MailRef mail, Unit unit)
    {
        if (written.Count >= MostKept)
        {
            written.Clear();
        }

        written[mail] = unit;
    }

    /// <summary>The row as it was committed, once: whoever asks again reads.</summary>
    public Row<OutgoingMail>? TakeWritten(MailRef mail) =>
        written.TryRemove(mail, out Unit? unit) ? unit.Written<OutgoingMail>(OutgoingMail.RowKey(mail.Key)) : null;

    /// <param name="recorded">Ends when the sending is recorded, with the row as it then stands; null where it could not be.</param>
    public void Sending(MailRef mail, Task<Row<OutgoingMail>?> recorded)
    {
        if (sent.Count >= MostKept)
        {
            sent.Clear();
        }

        sent[mail] = recorded;
    }

    /// <summary>The row, once: whoever asks again has it changed meanwhile, and reads.</summary>
    public async Task<Row<OutgoingMail>?> TakeSentAsync(MailRef mail, CancellationToken cancellation) =>
        sent.TryRemove(mail, out Task<Row<OutgoingMail>?>? recorded) ? await recorded.WaitAsync(cancellation) : null;
}
