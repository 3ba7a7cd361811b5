using System.Collections.Concurrent;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Mails that this process has just written: who sends them mostly comes at once and finds the row here. Never needed: what is not
/// here is read.</summary>
public sealed class RecentMails
{
    /// <summary>Some ten kilobytes each.</summary>
    private const int MostKept = 400;

    private readonly ConcurrentDictionary<MailRef, UnitOfWork> written = new();

    /// <param name="unit">It counts once it is committed.</param>
    public void Wrote(MailRef mail, UnitOfWork unit)
    {
        if (written.Count >= MostKept)
        {
            written.Clear();
        }

        written[mail] = unit;
    }

    /// <summary>The row as it was committed, once: whoever asks again reads.</summary>
    public Row<OutgoingMail>? TakeWritten(MailRef mail) =>
        written.TryRemove(mail, out UnitOfWork? unit) ? unit.Written<OutgoingMail>(OutgoingMail.RowKey(mail.Key)) : null;
}
