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
    public async Task Pauses_of_many_who_came_together_differ()
    {
        long[] waited = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async _ =>
                {
                    var others = new BackOff();
                    long began = TimeProvider.System.GetTimestamp();
                    for (int pause = 0; pause < 5; pause++)
                    {
                        await others.PauseAsync(CancellationToken.None);
                    }

                    return (long)TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
                })
        );

        Assert.True(waited.Distinct().Count() > 5, string.Join(' ', waited));
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
