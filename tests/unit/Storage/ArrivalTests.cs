using ACip.Workflows.Storage;

namespace ACip.Tests.Unit.Storage;

public sealed class ArrivalTests
{
    private static readonly DateTimeOffset Noon = new(2026, 4, 13, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_two_at_one_instant_of_a_clock_that_stands_still_the_second_is_later()
    {
        var still = new StandingClock();
        Arrival[] all = [.. Enumerable.Range(0, 1000).Select(_ => Arrival.Now(still))];

        Assert.All(all.Zip(all.Skip(1)), pair => Assert.True(pair.First.IsBefore(pair.Second) && !pair.Second.IsBefore(pair.First)));
    }

    [Fact]
    public void The_programmes_time_goes_before_the_machines() =>
        Assert.True(new Arrival(Noon, 900).IsBefore(new Arrival(Noon.AddTicks(1), 1)));

    [Fact]
    public void Nothing_is_before_itself() => Assert.False(new Arrival(Noon, 1).IsBefore(new Arrival(Noon, 1)));

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon;
    }
}
