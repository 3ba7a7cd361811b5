using System.Collections.Concurrent;

namespace ACip.Functions.Authorization.Limits;

/// <summary>How many requests a caller may make in a minute. Each instance counts in memory: this slows a flood and costs no storage
/// call.</summary>
/// <param name="ofAPerson">A person who pages through everything stays far below it.</param>
/// <param name="ofAnAddress">An office may share one.</param>
internal sealed class RateLimits(int ofAPerson = 300, int ofAnAddress = 900, TimeProvider? clock = null)
{
    /// <summary>The most callers kept at a time. Beyond it, those of past minutes are dropped.</summary>
    private const int MostNames = 20_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Machine time, because the programme's clock may stand still or leap.</summary>
    private readonly TimeProvider machine = clock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, Minute> counts = new(StringComparer.Ordinal);

    /// <returns>Null where the request may pass; otherwise how long to wait.</returns>
    public TimeSpan? Count(string? person, string? address) =>
        (person is null ? null : Count("p " + person, ofAPerson)) ?? (address is null ? null : Count("a " + address, ofAnAddress));

    private TimeSpan? Count(string name, int most)
    {
        long now = machine.GetUtcNow().UtcTicks / Window.Ticks;
        if (counts.Count > MostNames)
        {
            foreach ((string old, Minute minute) in counts)
            {
                if (minute.Number < now)
                {
                    counts.TryRemove(old, out _);
                }
            }
        }

        Minute counted = counts.AddOrUpdate(
            name,
            _ => new Minute(now, 1),
            (_, before) => before.Number == now ? before with { Requests = before.Requests + 1 } : new Minute(now, 1)
        );
        return counted.Requests <= most ? null : new DateTimeOffset((now + 1) * Window.Ticks, TimeSpan.Zero) - machine.GetUtcNow();
    }

    private readonly record struct Minute(long Number, int Requests);
}
