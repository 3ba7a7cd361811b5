using ACip.Functions.Pages.Dashboard;

namespace ACip.Tests.Unit.Functions;

public sealed class KeptReadingTests
{
    private readonly SetClock clock = new();
    private int looks;

    [Theory]
    [InlineData(29, 1)]
    [InlineData(30, 2)]
    [InlineData(-30, 2)] // a clock that was set back says nothing about age
    public async Task It_is_kept_for_thirty_seconds(int seconds, int expected)
    {
        var kept = new KeptReading<string>(clock);
        await SeeAsync(kept);
        clock.Now += TimeSpan.FromSeconds(seconds);

        await SeeAsync(kept);

        Assert.Equal(expected, looks);
    }

    [Fact]
    public async Task What_moved_is_looked_at_again_with_what_was_known()
    {
        var kept = new KeptReading<string>(clock);
        await SeeAsync(kept);
        kept.Moved();

        Assert.Null(kept.Fresh());
        string? known = null;
        await kept.LookAsync(before =>
        {
            known = before;
            return Task.FromResult("again");
        });

        Assert.Equal("look 1", known);
        Assert.Equal("again", kept.Fresh()?.Value);
    }

    [Fact]
    public async Task What_moves_while_it_is_read_is_not_kept()
    {
        var kept = new KeptReading<string>(clock);

        Seen<string> seen = await kept.LookAsync(_ =>
        {
            kept.Moved();
            return Task.FromResult("read before the commit, or after it");
        });

        Assert.Equal("read before the commit, or after it", seen.Value);
        Assert.Null(kept.Fresh());
    }

    [Fact]
    public async Task What_is_forgotten_is_not_known()
    {
        var kept = new KeptReading<string>(clock);
        await SeeAsync(kept);
        kept.Forget();

        string? known = "";
        await kept.LookAsync(before => Task.FromResult((known = before) ?? "anew"));

        Assert.Null(known);
    }

    [Fact]
    public async Task What_is_forgotten_while_it_is_read_is_not_known_either()
    {
        var kept = new KeptReading<string>(clock);
        await kept.LookAsync(_ =>
        {
            kept.Forget();
            return Task.FromResult("read before the erasure");
        });

        Assert.Null(kept.Fresh());
        string? known = "";
        await kept.LookAsync(before => Task.FromResult((known = before) ?? "anew"));

        Assert.Null(known);
    }

    private async Task SeeAsync(KeptReading<string> kept) =>
        _ = kept.Fresh() ?? await kept.LookAsync(_ => Task.FromResult($"look {++looks}"));

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
