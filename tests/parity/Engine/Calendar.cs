using System.Collections.Concurrent;
using ACip.Local.Clock;

namespace ACip.Tests.Parity.Engine;

/// <summary>
/// Translates between the time in which Microsoft's engine lives, the wall clock's, and the one that orchestrators and tests see, the
/// platform's. The platform's clock stands while anything is under way, so each moment of the one belongs to one step of the other. Where
/// it
/// runs, they are the same.
/// </summary>
internal sealed class Calendar : IDisposable
{
    /// <summary>Azurite compares times by the millisecond.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(2);

    private readonly VirtualClock clock;
    private readonly Lock gate = new();
    private readonly List<(DateTime Wall, DateTime Told)> steps = [];
    private readonly ConcurrentDictionary<long, DateTime> promised = new();

    public Calendar(VirtualClock clock)
    {
        this.clock = clock;
        steps.Add((DateTime.UnixEpoch, clock.GetUtcNow().UtcDateTime));
        clock.Moved += Mark;
    }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A moment of the wall clock as it is told: the time that stood then, or that was asked for.</summary>
    public DateTime Told(DateTime wall)
    {
        if (!clock.StandsStill)
        {
            return wall;
        }

        if (promised.TryGetValue(wall.Ticks, out DateTime asked))
        {
            return asked;
        }

        lock (gate)
        {
            return steps[steps.FindLastIndex(step => step.Wall <= wall)].Told;
        }
    }

    /// <summary>When something that is asked for at a time is due by the wall clock, as far from now as it is told; remembered, for
    /// <see cref="Told"/>.</summary>
    public DateTime Due(DateTime told)
    {
        if (!clock.StandsStill)
        {
            return told;
        }

        DateTime wall = DateTime.UtcNow + (told - Now.UtcDateTime);
        while (promised.GetOrAdd(wall.Ticks, told) != told)
        {
            wall = wall.AddTicks(1);
        }

        return wall;
    }

    /// <summary>The first moment at which this time, or a later one, stood.</summary>
    public DateTime From(DateTime told)
    {
        lock (gate)
        {
            int first = steps.FindIndex(step => step.Told >= told);
            return first < 0 ? DateTime.MaxValue : steps[first].Wall - Tolerance;
        }
    }

    /// <summary>The last moment at which this time, or an earlier one, stood.</summary>
    public DateTime To(DateTime told)
    {
        lock (gate)
        {
            int after = steps.FindIndex(step => step.Told > told);
            return after < 0 ? DateTime.MaxValue : steps[after].Wall - Tolerance;
        }
    }

    public void Dispose() => clock.Moved -= Mark;

    private void Mark()
    {
        lock (gate)
        {
            steps.Add((DateTime.UtcNow, clock.GetUtcNow().UtcDateTime));
        }
    }
}
