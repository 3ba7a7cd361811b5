using ACip.Workflows.Storage;
using Azure;

namespace ACip.Tests.Unit.Storage;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 16)]
    [InlineData(4, 128)]
    [InlineData(7, 800)]
    [InlineData(100, 800)]
    public void A_pause_is_at_most_twice_the_one_before_and_never_longer_than_a_moment(int pauses, int milliseconds) =>
        Assert.Equal(milliseconds, BackOff.Most(pauses));

    [Fact]
    public void Pauses_of_many_who_came_together_differ()
    {
        string[] drawn =
        [
            .. Enumerable
                .Range(0, 20)
                .Select(_ => new BackOff())
                .Select(others => string.Join(' ', Enumerable.Range(0, 5).Select(_ => others.Draw()))),
        ];

        Assert.Equal(drawn.Length, drawn.Distinct().Count()); // of some 40 million that there are
    }

    [Fact]
    public async Task A_pause_takes_its_time()
    {
        var others = new BackOff();
        long began = TimeProvider.System.GetTimestamp();
        for (int pause = 0; pause < 5; pause++)
        {
            await others.PauseAsync(CancellationToken.None);
        }

        Assert.True(TimeProvider.System.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(1)); // five times nothing is one in 40 million
    }

    public static TheoryData<Exception, bool> Errors =>
        new()
        {
            { new RequestFailedException(503, "busy"), true },
            { new RequestFailedException(412, "changed"), true },
            { new RequestFailedException(0, "no connection"), true },
            { new AggregateException(new RequestFailedException(500, "several tries")), true },
            { new ContentionException(), true },
            { new TaskCanceledException(), true },
            { new RequestFailedException(400, "a key that storage never takes"), false },
            { new RequestFailedException(413, "too large"), false },
            { new FactTooLargeException("report|20260101-20260331", 600_000), false },
            { new InvalidOperationException("Cannot read incomplete UTF-16 JSON text as string"), false },
            { new InvalidCastException(), false },
        };

    [Theory]
    [MemberData(nameof(Errors), DisableDiscoveryEnumeration = true)]
    public void Only_what_may_pass_is_tried_again(Exception error, bool passes) => Assert.Equal(passes, StorageTrouble.IsPassing(error));
}
