using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Azure;

namespace ACip.Workflows.Programme;

/// <summary>The participants, as the programme's stream says now. Read often and changed seldom, therefore cached for a minute; changes by
/// another worker are seen that much later, except before a refusal (docs/decisions/kept-overviews.md).</summary>
/// <remarks>After that minute, one row tells whether anything can have changed, because all of it is covered by the audit chain, whose
/// head moves with every change. Rows changed by an erasure leave the memory of other workers within the day.</remarks>
public sealed class ProgrammeDirectory(ProgrammeTable table, TimeProvider clock) : IStorageCache, IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    /// <summary>A limit, so that a flood of refusals does not become a flood of reads.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan KeptAtMost = TimeSpan.FromHours(12);

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Known? known;
    private int forgotten;

    public Task<ProgrammeRegister> ReadAsync(CancellationToken cancellation) => ReadAsync(KeptFor, cancellation);

    /// <summary>For callers about to refuse somebody or to treat them as unknown: checks first for changes by other workers.</summary>
    /// <param name="suffices">True: nobody is refused by what it says.</param>
    public async Task<ProgrammeRegister> ReadForAsync(Func<ProgrammeRegister, bool> suffices, CancellationToken cancellation)
    {
        ProgrammeRegister kept = await ReadAsync(cancellation);
        return suffices(kept) ? kept : await ReadAsync(BetweenLooks, cancellation);
    }

    /// <summary>For callers who go on to the administration's calendar, names or people: another worker may have just registered
    /// it.</summary>
    /// <param name="home">Null for a matter of no administration.</param>
    public Task<ProgrammeRegister> ReadForAsync(AdministrationId? home, CancellationToken cancellation) =>
        ReadForAsync(known => home is not { } own || known.Administrations.ContainsKey(own), cancellation);

    public Task<ProgrammeRegister> ReadForAsync(PersonId person, AdministrationId? home, CancellationToken cancellation) =>
        ReadForAsync(
            known => known.People.ContainsKey(person) && (home is not { } own || known.Administrations.ContainsKey(own)),
            cancellation
        );

    /// <exception cref="KeyNotFoundException">The administration is not registered.</exception>
    public async Task<Administration> HomeAsync(AdministrationId home, CancellationToken cancellation) =>
        (await ReadForAsync(home, cancellation)).Administrations[home];

    /// <summary>The current state, at the cost of one row if nothing changed. For forms and decisions of authorised people, not for
    /// refusals.</summary>
    public Task<ProgrammeRegister> ReadNowAsync(CancellationToken cancellation) => ReadAsync(TimeSpan.Zero, cancellation);

    /// <summary>Makes the next read see what was just written here.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgotten);
        known = null;
    }

    public void Dispose() => reading.Dispose();

    private async Task<ProgrammeRegister> ReadAsync(TimeSpan keptFor, CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            if (known is { Register.IsEmpty: false } kept && IsFresh(kept, keptFor))
            {
                return kept.Register;
            }

            int before = Volatile.Read(ref forgotten);
            Known read = await LookAsync(known, cancellation);
            known = read;
            if (before != Volatile.Read(ref forgotten))
            {
                known = null; // something was written here meanwhile, and may be missing in it
            }

            return read.Register;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Uses both clocks, because the programme's may stand still while others write, or leap over what they wrote.</summary>
    private bool IsFresh(Known kept, TimeSpan keptFor) =>
        TimeProvider.System.GetElapsedTime(kept.LookedAtTick) < keptFor && (clock.GetUtcNow() - kept.LookedAt).Duration() < keptFor;

    private async Task<Known> LookAsync(Known? kept, CancellationToken cancellation)
    {
        long tick = TimeProvider.System.GetTimestamp();
        DateTimeOffset now = clock.GetUtcNow();
        // before the rows: what changes while they are read is then looked for again
        ETag? end = (await table.FindAsync<AuditHead>(StreamId.Programme, AuditRows.Head, cancellation))?.ETag;
        return kept is { Register.IsEmpty: false } && kept.End == end && TimeProvider.System.GetElapsedTime(kept.ReadAtTick) < KeptAtMost
            ? kept with
            {
                LookedAtTick = tick,
                LookedAt = now,
            }
            : new Known(await ProgrammeRows.ReadAsync(table, cancellation), end, tick, tick, now);
    }

    /// <param name="End">Tag of the chain's end when the rows were read; null where nothing was chained yet.</param>
    /// <param name="ReadAtTick">When the rows were read; the other two tell when their chain was last looked at.</param>
    private sealed record Known(ProgrammeRegister Register, ETag? End, long ReadAtTick, long LookedAtTick, DateTimeOffset LookedAt);
}
