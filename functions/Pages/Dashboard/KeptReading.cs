namespace ACip.Functions.Pages.Dashboard;

/// <summary>Something that was read for overviews, kept until this process writes to what it was read from, and else for 30 seconds: so
/// much later is seen what another worker wrote.</summary>
/// <param name="clock">Ages go by it and by the machine's own: the programme's clock may stand still while others write, or leap over
/// all that they wrote.</param>
internal sealed class KeptReading<T>(TimeProvider clock)
    where T : class
{
    private int moves;
    private int forgets;
    private volatile Entry? last;

    /// <summary>What it was read from has changed, or may have. What is under way of being read is then not kept, either.</summary>
    public void Moved() => Interlocked.Increment(ref moves);

    /// <summary>It leaves the memory: also what is under way of being read is not known afterwards.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgets);
        last = null;
    }

    /// <returns>Null where it has to be looked at again.</returns>
    public Seen<T>? Fresh() =>
        last is { } kept
        && kept.Moves == Volatile.Read(ref moves)
        && TimeProvider.System.GetElapsedTime(kept.Tick) < KeptReading.KeptFor
        && (clock.GetUtcNow() - kept.At).Duration() < KeptReading.KeptFor
            ? new Seen<T>(kept.Value, kept.At)
            : null;

    /// <param name="look">Looks again, given what is known; null: nothing is.</param>
    public async Task<Seen<T>> LookAsync(Func<T?, Task<T>> look)
    {
        int before = Volatile.Read(ref moves),
            known = Volatile.Read(ref forgets);
        long tick = TimeProvider.System.GetTimestamp();
        DateTimeOffset at = clock.GetUtcNow();
        T value = await look(last?.Value);
        last = new Entry(value, before, tick, at);
        if (known != Volatile.Read(ref forgets))
        {
            last = null;
        }

        return new Seen<T>(value, at);
    }

    private sealed record Entry(T Value, int Moves, long Tick, DateTimeOffset At);
}

internal static class KeptReading
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);
}

/// <param name="At">When storage last said so.</param>
internal readonly record struct Seen<T>(T Value, DateTimeOffset At);
