using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Sends mails to everybody on a list that a row keeps, however many. Each commit strikes off those to whom it writes, so that
/// nobody is written to twice or forgotten, wherever it ends.</summary>
public sealed class MailsToMany(ProgrammeTable table, MailWriter writer, MailPost post)
{
    /// <summary>Mails per transaction, which holds a hundred rows; fewer where they are long.</summary>
    private const int AtOnce = 40;

    internal async Task SendAsync<T>(StreamId stream, UntoldList<T> list, CancellationToken cancellation)
        where T : class
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

            await post.SendAsync(stream, keys, cancellation);
        }

        async Task<(UnitOfWork?, IReadOnlyList<string>?)> WriteAsync(int some)
        {
            Row<T> row = (await table.FindAsync<T>(stream, list.Row, cancellation))!;
            if (list.Untold(row.Value) is not { } untold)
            {
                return (null, null);
            }

            PersonId[] left = [.. untold.Skip(some)];
            UnitOfWork unit = new UnitOfWork(stream).Replace(row, list.Left(row.Value, left.Length > 0 ? left : null));
            var written = new List<string>();
            foreach (PersonId to in untold.Take(some))
            {
                if (await list.MailOf(row.Value, to) is { } mail && await writer.WriteAsync(unit, mail, cancellation) is { } key)
                {
                    written.Add(key);
                }
            }

            return (unit, written);
        }
    }
}

/// <summary>A list of people in a row who are still to be told something.</summary>
/// <param name="Row">Its key.</param>
/// <param name="Untold">Null: nobody is left, or it has nothing to tell any more.</param>
/// <param name="Left">The row with those who are left; null: nobody.</param>
/// <param name="MailOf">What a person gets; null: nothing any more.</param>
internal sealed record UntoldList<T>(
    string Row,
    Func<T, IReadOnlyList<PersonId>?> Untold,
    Func<T, IReadOnlyList<PersonId>?, T> Left,
    Func<T, PersonId, Task<NewMail?>> MailOf
);
