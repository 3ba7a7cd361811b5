namespace ACip.Local.Faults;

/// <summary>Which call meets which fault. The same seed gives the n-th call the same fate, whatever else goes on.</summary>
/// <param name="OneIn">How many calls there are for each that meets a fault.</param>
/// <param name="Silence">Real time that passes before a call that times out breaks off.</param>
public sealed record FaultPlan(int Seed, int OneIn, TimeSpan Silence)
{
    public FaultPlan(int seed, int oneIn = 10)
        : this(seed, oneIn, TimeSpan.FromMilliseconds(50)) { }

    /// <summary>Not null: whatever fails fails so.</summary>
    public StorageFault? Always { get; init; }

    public StorageFault For(int call)
    {
        var random = new Random(unchecked((Seed * 397) ^ (call * 7919)));
        return random.Next(OneIn) == 0 ? Always ?? (StorageFault)random.Next(1, (int)StorageFault.Conflict + 1) : StorageFault.None;
    }
}
