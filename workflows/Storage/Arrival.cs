using System.Runtime.CompilerServices;

namespace ACip.Workflows.Storage;

/// <summary>When an answer reached the programme. The later answer prevails, whenever it is processed: a mail may wait out a fault and be
/// read after the one that corrects it.</summary>
/// <param name="At">Programme time.</param>
/// <param name="Order">Machine time in ticks, for what arrived at the same moment: the programme's clock may stand still, and a mail
/// service tells seconds.</param>
public readonly record struct Arrival(DateTimeOffset At, long Order)
{
    private static readonly ConditionalWeakTable<TimeProvider, StrongBox<long>> Counted = [];

    private static long last;

    public static implicit operator Arrival(DateTimeOffset at) => new(at, 0);

    /// <summary>For simulations only: arrivals by this clock are numbered, so that the same year is recorded identically each time it is
    /// played.</summary>
    public static void CountBy(TimeProvider clock) => Counted.TryAdd(clock, new StrongBox<long>());

    /// <summary>The present instant. Of two calls in this process the second is always later.</summary>
    public static Arrival Now(TimeProvider clock)
    {
        DateTimeOffset at = clock.GetUtcNow();
        if (Counted.TryGetValue(clock, out StrongBox<long>? count))
        {
            return new Arrival(at, Interlocked.Increment(ref count.Value));
        }

        long machine = TimeProvider.System.GetUtcNow().UtcTicks;
        while (true)
        {
            long before = Volatile.Read(ref last),
                mine = Math.Max(machine, before + 1);
            if (Interlocked.CompareExchange(ref last, mine, before) == before)
            {
                return new Arrival(at, mine);
            }
        }
    }

    public bool IsBefore(Arrival other) => At < other.At || (At == other.At && Order < other.Order);
}
