using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Meetings;

/// <summary>Sends a meeting's papers to everybody who is still to get them, however many. Each commit strikes off those to whom it writes,
/// so that nobody is written to twice or forgotten, wherever it ends.</summary>
public sealed class MeetingMails(ProgrammeTable table, MailWriter writer, MailPost post)
{
    /// <summary>Mails per transaction, which holds a hundred rows; fewer where they are long.</summary>
    private const int AtOnce = 40;

    /// <param name="during">The papers of another state go to nobody any more.</param>
    /// <param name="paper">As it stands in the keys of its mails.</param>
    /// <param name="contentOf">What a person gets; null: nothing any more.</param>
    public async Task SendAsync(
        MeetingRef id,
        MeetingState during,
        string paper,
        Func<MeetingRecord, PersonId, Task<MailContent?>> contentOf,
        CancellationToken cancellation
    )
    {
        int most = AtOnce;
        while (true)
        {
            IReadOnlyList<string>? keys;
            try
            {
                keys = await table.DecideAsync(() => WriteAsync(most), cancellation);
            }
            catch (FactTooLargeException) when (most > 1)
            {
                most /= 2;
                continue;
            }

            if (keys is null)
            {
                return;
            }

            await post.SendAsync(id.Stream, keys, cancellation);
        }

        async Task<(UnitOfWork?, IReadOnlyList<string>?)> WriteAsync(int some)
        {
            Row<MeetingRecord> row = (await id.FindAsync(table, cancellation))!;
            if (row.Value.State != during || row.Value.Untold is not { } untold)
            {
                return (null, null);
            }

            UnitOfWork unit = new UnitOfWork(id.Stream).Replace(row, row.Value with { Untold = ListOf(untold.Skip(some)) });
            var written = new List<string>();
            foreach (PersonId to in untold.Take(some))
            {
                if (
                    await contentOf(row.Value, to) is { } content
                    && await writer.WriteAsync(unit, new NewMail(content, to, $"{id.Id}-{paper}-{to}"), cancellation) is { } key
                )
                {
                    written.Add(key);
                }
            }

            return (unit, written);
        }
    }

    internal static IReadOnlyList<PersonId>? ListOf(IEnumerable<PersonId> people) => people.ToArray() is { Length: > 0 } some ? some : null;
}
