using ACip.Workflows.Storage;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>Something that was read for overviews, kept until this process writes to what it was read from, and else for 30 seconds;
/// then one look at <see cref="WriterMarks"/> may say that no other worker has written since. That is how late we see what it
/// wrote.</summary>
/// <param name="clock">Ages go by it and by the machine's own: the programme's clock may stand still while others write, or leap over
/// all that they wrote.</param>
internal sealed class KeptReading<T>(TimeProvider clock)
    where T : class
{
    private int moves;
    private int forgets;
    private Entry? last;

    /// <summary>What it was read from has changed, or may have. The result of a read under way is then not kept, either.</summary>
    public void Moved() => Interlocked.Increment(ref moves);

    /// <summary>Removes it from memory; the result of a read under way is not kept, either.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgets);
        Volatile.Write(ref last, null);
    }

    /// <returns>Null where it has to be looked at again.</returns>
    public Seen<T>? Fresh() =>
        Stands is { } kept
        && KeptReading.Now - kept.Tick < KeptReading.KeptFor
        && (clock.GetUtcNow() - kept.At).Duration() < KeptReading.KeptFor
            ? new Seen<T>(kept.Value, kept.At)
            : null;

    /// <summary>What is kept and was not moved here, of whatever age.</summary>
    private Entry? Stands => Volatile.Read(ref last) is { } kept && kept.Moves == Volatile.Read(ref moves) ? kept : null;

    /// <summary>Whether it may still be as it is: a look at the writers tells.</summary>
    public bool MayStand => Stands is { Before: not null };

    /// <summary>Takes it as looked at again where no other worker has written since.</summary>
    /// <param name="at">By the programme's clock, of when the look began.</param>
    /// <returns>Null where it has to be read.</returns>
    public Seen<T>? Confirm(WriterMarksSeen look, DateTimeOffset at)
    {
        if (
            Stands is not { Before: { } before } kept
            || !look.SaysNothingSince(before)
            || look.Begun - kept.ReadAt >= KeptReading.UnreadFor
        )
        {
            return null;
        }

        Interlocked.CompareExchange(ref last, kept with { Tick = look.Begun, At = at }, kept);
        return new Seen<T>(kept.Value, at);
    }

    /// <param name="look">Looks again, given what is known; null: nothing is.</param>
    /// <param name="before">Who else had written before; null: nobody looked.</param>
    public async Task<Seen<T>> LookAsync(Func<T?, Task<T>> look, WriterMarksSeen? before = null)
    {
        int stood = Volatile.Read(ref moves),
            known = Volatile.Read(ref forgets);
        TimeSpan tick = KeptReading.Now;
        DateTimeOffset at = clock.GetUtcNow();
        T value = await look(Volatile.Read(ref last)?.Value);
        Volatile.Write(ref last, new Entry(value, stood, tick, at, tick, before));
        if (known != Volatile.Read(ref forgets))
        {
            Volatile.Write(ref last, null);
        }

        return new Seen<T>(value, at);
    }

    /// <param name="Tick">When storage last said so; by the machine's clock.</param>
    /// <param name="At">The same by the programme's.</param>
    /// <param name="ReadAt">When it was read; by the machine's clock.</param>
    private sealed record Entry(T Value, int Moves, TimeSpan Tick, DateTimeOffset At, TimeSpan ReadAt, WriterMarksSeen? Before);
}

internal static class KeptReading
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    /// <summary>Also where no mark says that anybody has written, it is looked at again: a worker may have died over a commit that storage
    /// took much later.</summary>
    public static readonly TimeSpan UnreadFor = TimeSpan.FromHours(1);

    /// <summary>By the machine's clock, which only goes on.</summary>
    public static TimeSpan Now => TimeProvider.System.GetElapsedTime(0);
}

/// <param name="At">When storage last said so.</param>
internal readonly record struct Seen<T>(T Value, DateTimeOffset At);
