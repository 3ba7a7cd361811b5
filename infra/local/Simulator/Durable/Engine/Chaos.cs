namespace FunctionsSimulator.Durable.Engine;

/// <summary>Hostile mode: says, by its seed, what is delivered twice, how late and in which order. The engine must not mind.</summary>
internal sealed class Chaos(int seed)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    /// <summary>How often to do something that may happen more than once: mostly once.</summary>
    public int Times => Below(4) == 0 ? 2 : 1;

    public int Below(int limit)
    {
        lock (gate)
        {
            return random.Next(limit);
        }
    }

    /// <summary>Real time, a few milliseconds: enough to let others overtake.</summary>
    public Task LingerAsync() => Task.Delay(Below(4));
}
