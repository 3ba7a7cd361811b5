namespace ACip.Tests.Scenarios.Faults;

/// <summary>A clock that is set back again and again, by less than the clocks of two machines may differ by, and on again: as a machine's
/// is when it is put right, or as two hosts' differ.</summary>
internal sealed class SteppingClock(TimeProvider right) : TimeProvider
{
    /// <summary>Readings between one step and the next.</summary>
    private const int Stretch = 7;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(100);

    private int readings;

    public override TimeZoneInfo LocalTimeZone => right.LocalTimeZone;

    public override long TimestampFrequency => right.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() =>
        right.GetUtcNow() - (Interlocked.Increment(ref readings) / Stretch % 2 == 0 ? TimeSpan.Zero : Step);

    public override long GetTimestamp() => right.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        right.CreateTimer(callback, state, dueTime, period);
}
