using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Workflows.Onboarding.Erasure;

/// <summary>Removes a person's name, address and mail from whatever is stored. The id stays, and with it who decided what; by itself it
/// identifies only a role.</summary>
/// <remarks>It may be interrupted and repeated: the register's row, which identifies the person, is changed last.</remarks>
public sealed class ErasureService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    MailErasure mail,
    IEnumerable<ErasureExemption> kept,
    TimeProvider clock
)
{
    /// <summary>Of a transaction's hundred actions; a row of the chain and its head come with them.</summary>
    private const int MostAtOnce = 40;

    /// <summary>Attempts before giving up on a stream that others keep writing to.</summary>
    private const int MostTries = 20;

    /// <param name="also">Former names or addresses, as somebody knows them.</param>
    /// <param name="by">Who decided it; null: who stands in the reason, or the time that was set for it.</param>
    public async Task<ErasureResult> EraseAsync(
        PersonId person,
        IReadOnlyList<string> also,
        PersonId? by,
        string? reason,
        CancellationToken cancellation
    )
    {
        directory.Forget();
        if (await table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(person), cancellation) is not { Value: var known })
        {
            return new ErasureResult.Refused("no-such-person", $"Nobody is registered as {person}.");
        }

        DateOnly today = clock.UtcToday();
        if (ErasureRules.Refuse(known, today) is { } refused)
        {
            return refused;
        }

        bool before = ErasureRules.IsErased(known);
        string[] identify = [.. before ? Array.Empty<string>() : [known.Name, known.Email], .. also];
        IReadOnlyList<string> others = await OthersAsync(person, cancellation);
        var traces = new PersonTraces(identify, others);
        var written = new HashSet<string>(StringComparer.Ordinal);
        var said = new AuditEntry(AuditKind.PersonErased, person.Value, by, reason);
        int rows = 0;
        foreach (StreamId stream in await StreamsAsync(person, written, cancellation))
        {
            rows += await ScrubAsync(stream, person, traces, said, cancellation);
        }

        int blobs = await mail.RemoveAsync(person, traces, written, said, cancellation);
        rows += before ? 0 : await RenameAsync(person, said, cancellation);
        directory.Forget();
        // a name that somebody else bears too, or to which something is joined, is not erased, and somebody decides
        var all = new PersonTraces(identify, others.Except(identify, StringComparer.OrdinalIgnoreCase), near: true);
        return new ErasureResult.Erased(rows, blobs, await LeftAsync(all, cancellation));
    }

    private async Task<IReadOnlyList<string>> OthersAsync(PersonId person, CancellationToken cancellation) =>
        [
            .. (await directory.ReadAsync(cancellation))
                .People.Values.Where(one => one.Id != person && !ErasureRules.IsErased(one))
                .SelectMany(one => (string[])[one.Name, one.Email]),
        ];

    private async Task<IReadOnlyList<StreamId>> StreamsAsync(PersonId person, HashSet<string> written, CancellationToken cancellation)
    {
        var streams = new List<StreamId>();
        await foreach ((StreamId stream, IReadOnlyList<TableEntity> all) in table.StreamsAsync(cancellation))
        {
            streams.Add(stream);
            written.UnionWith(all.SelectMany(row => RowScrubbing.WrittenBy(person, row)));
        }

        return streams;
    }

    private async Task<int> ScrubAsync(
        StreamId stream,
        PersonId person,
        PersonTraces traces,
        AuditEntry said,
        CancellationToken cancellation
    )
    {
        int done = 0;
        for (int tries = 0; tries < MostTries; )
        {
            TableEntity[] changed =
            [
                .. (await table.EverythingAsync(stream, cancellation))
                    .Select(row => RowScrubbing.Scrub(row, person, traces, kept))
                    .OfType<TableEntity>()
                    .Take(MostAtOnce),
            ];
            if (changed.Length == 0)
            {
                return done;
            }

            var unit = new UnitOfWork(stream);
            foreach (TableEntity row in changed)
            {
                unit.TakeUp(row);
            }

            if (await table.TryCommitAsync(unit.Record(said), cancellation))
            {
                done += changed.Length;
                tries = 0;
                continue;
            }

            tries++;
        }

        throw new ContentionException();
    }

    /// <summary>The last step, because the person is identified by this row until then.</summary>
    private Task<int> RenameAsync(PersonId person, AuditEntry said, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                Row<Person> row = (await table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(person), cancellation))!;
                return (
                    (UnitOfWork?)
                        new UnitOfWork(StreamId.Programme)
                            .Replace(
                                row,
                                row.Value with
                                {
                                    Name = PersonTraces.Instead,
                                    Email = ErasureRules.AddressAfter(person),
                                    Notices = null,
                                }
                            )
                            .Record(said),
                    1
                );
            },
            cancellation
        );

    /// <summary>Places that still identify the person and need a human decision: what was published or submitted, and reasons in the
    /// chain.</summary>
    private async Task<IReadOnlyList<string>> LeftAsync(PersonTraces traces, CancellationToken cancellation)
    {
        var left = new List<string>();
        await foreach ((StreamId stream, IReadOnlyList<TableEntity> all) in table.StreamsAsync(cancellation))
        {
            left.AddRange(all.Where(row => RowScrubbing.IsIn(row, traces)).Select(row => $"{stream}/{row.RowKey}"));
        }

        return [.. left, .. await mail.LeftAsync(traces, cancellation)];
    }
}

/// <summary>What came of it.</summary>
public abstract record ErasureResult
{
    private ErasureResult() { }

    /// <param name="Left">Rows and files that give the person away still: <c>stream/row</c>, <c>container/file</c>.</param>
    public sealed record Erased(int Rows, int Blobs, IReadOnlyList<string> Left) : ErasureResult;

    public sealed record Refused(string Rule, string Why) : ErasureResult;
}
