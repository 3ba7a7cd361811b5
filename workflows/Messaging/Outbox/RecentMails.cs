using System.Collections.Concurrent;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>A cache of mails that this process has just written, because they are usually sent at once. A mail that is not here is read
/// from storage.</summary>
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

    /// <summary>The row as committed. It is returned once; a second caller reads it from storage.</summary>
    public Row<OutgoingMail>? TakeWritten(MailRef mail) =>
        written.TryRemove(mail, out UnitOfWork? unit) ? unit.Written<OutgoingMail>(OutgoingMail.RowKey(mail.Key)) : null;
}
