using ACip.Local.Clock;

namespace ACip.Tests.Platform.Clock;

public sealed class VirtualClockTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly Busy busy = new();
    private readonly VirtualClock clock;
    private readonly List<string> seen = [];

    public VirtualClockTests() => clock = new VirtualClock(busy, Start, standsStill: true);

    public void Dispose() => clock.Dispose();

    [Fact]
    public async Task Moving_fires_every_alarm_on_the_way_in_order_and_at_its_time()
    {
        Note("third", TimeSpan.FromDays(30));
        Note("first", TimeSpan.FromHours(1));
        Note("second", TimeSpan.FromHours(2));
        Note("later", TimeSpan.FromDays(400));

        await clock.AdvanceAsync(TimeSpan.FromDays(365));

        Assert.Equal(["first 01-05 09:00", "second 01-05 10:00", "third 02-04 08:00"], seen);
        Assert.Equal(Start.AddDays(365), clock.GetUtcNow());
        Assert.Equal(Start.AddDays(400), clock.NextAlarm);
    }

    [Fact]
    public async Task It_moves_on_only_when_what_an_alarm_set_off_has_ended()
    {
        var atWork = new TaskCompletionSource();
        using ITimer timer = clock.CreateTimer(_ => _ = WorkAsync(), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        Note("next", TimeSpan.FromHours(2));

        Task moved = clock.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.False(moved.IsCompleted);
        Assert.Equal(Start.AddHours(1), clock.GetUtcNow());
        atWork.SetResult();
        await moved;

        Assert.Equal(["work 01-05 09:00", "next 01-05 10:00"], seen);

        async Task WorkAsync()
        {
            using IDisposable work = busy.Begin();
            await atWork.Task;
            See("work");
        }
    }

    [Fact]
    public async Task An_alarm_set_on_the_way_goes_off_on_the_way()
    {
        using ITimer timer = clock.CreateTimer(
            _ => Note("second", TimeSpan.FromHours(1)),
            null,
            TimeSpan.FromHours(1),
            Timeout.InfiniteTimeSpan
        );

        await clock.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal(["second 01-05 10:00"], seen);
    }

    [Fact]
    public async Task A_periodic_alarm_goes_off_each_time()
    {
        using ITimer timer = clock.CreateTimer(_ => See("week"), null, TimeSpan.FromDays(1), TimeSpan.FromDays(7));

        await clock.AdvanceAsync(TimeSpan.FromDays(16));

        Assert.Equal(["week 01-06 08:00", "week 01-13 08:00", "week 01-20 08:00"], seen);
    }

    [Fact]
    public async Task A_disposed_or_changed_alarm_does_not_go_off_at_its_old_time()
    {
        clock.CreateTimer(_ => See("disposed"), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan).Dispose();
        using ITimer changed = clock.CreateTimer(_ => See("changed"), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        changed.Change(TimeSpan.FromHours(3), Timeout.InfiniteTimeSpan);

        await clock.AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Equal(["changed 01-05 11:00"], seen);
        Assert.Null(clock.NextAlarm);
    }

    [Fact]
    public async Task An_alarm_that_is_due_goes_off_though_the_clock_stands_still()
    {
        var rung = new TaskCompletionSource();
        using ITimer timer = clock.CreateTimer(_ => rung.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await rung.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public async Task It_never_moves_backward()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => clock.AdvanceToAsync(Start.AddTicks(-1)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => clock.AdvanceAsync(TimeSpan.FromTicks(-1)));
        await clock.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public async Task Two_who_move_it_at_once_move_it_one_after_the_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => clock.AdvanceAsync(TimeSpan.FromHours(1)))));

        Assert.Equal(Start.AddHours(10), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_running_clock_fires_by_itself_and_can_be_moved_as_well()
    {
        using var running = new VirtualClock(busy, Start);
        var soon = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        var far = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        using ITimer one = running.CreateTimer(
            _ => soon.SetResult(running.GetUtcNow()),
            null,
            TimeSpan.FromMilliseconds(20),
            Timeout.InfiniteTimeSpan
        );
        using ITimer two = running.CreateTimer(
            _ => far.SetResult(running.GetUtcNow()),
            null,
            TimeSpan.FromDays(300),
            Timeout.InfiniteTimeSpan
        );

        Assert.True(await soon.Task.WaitAsync(TimeSpan.FromSeconds(30)) >= Start.AddMilliseconds(20));
        Assert.False(far.Task.IsCompleted);
        await running.AdvanceAsync(TimeSpan.FromDays(301));
        await running.AdvanceAsync(TimeSpan.Zero);

        Assert.True(await far.Task >= Start.AddDays(300));
    }

    [Fact]
    public async Task The_framework_waits_by_it()
    {
        Task waited = Task.Delay(TimeSpan.FromDays(40), clock);

        await clock.AdvanceAsync(TimeSpan.FromDays(39));
        Assert.False(waited.IsCompleted);
        await clock.AdvanceAsync(TimeSpan.FromDays(1));

        await waited.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Busy_is_quiet_when_the_last_token_is_gone_and_a_token_counts_once()
    {
        IDisposable first = busy.Begin();
        IDisposable second = busy.Begin();
        Task quiet = busy.QuietAsync();
        first.Dispose();
        first.Dispose();
        Assert.False(quiet.IsCompleted);
        Assert.Equal(1, busy.UnderWay);

        second.Dispose();

        await quiet;
    }

    private void Note(string what, TimeSpan after) => clock.CreateTimer(_ => See(what), null, after, Timeout.InfiniteTimeSpan);

    private void See(string what) => seen.Add($"{what} {clock.GetUtcNow():MM-dd HH:mm}");
}
