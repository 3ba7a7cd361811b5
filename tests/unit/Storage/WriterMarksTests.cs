using System.Net;
using ACip.Workflows.Storage;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace ACip.Tests.Unit.Storage;

/// <summary>A mark that takes long keeps nobody from committing, and the commit that followed it is marked once more.</summary>
public sealed class WriterMarksTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9, 9, 1)] // the window is still open: the commit counts from its own beginning
    [InlineData(10, 4, 1)] // it is over, and the commit stands within the time that is counted with from the mark on
    [InlineData(10, 5, 2)]
    [InlineData(60, 0, 2)]
    public async Task A_commit_waits_for_one_mark_however_long_it_takes(int marking, int committing, int marks)
    {
        var clock = new Watch();
        using var storage = new SlowStorage(clock, TimeSpan.FromSeconds(marking));
        var writers = new WriterMarks(storage.Tables, clock);

        TimeSpan begun = await writers.BeforeCommitAsync(CancellationToken.None);
        clock.Past += TimeSpan.FromSeconds(committing);
        await writers.LandedAsync(begun);

        Assert.Equal(marks, storage.Marks);
    }

    [Fact]
    public async Task While_a_window_is_open_a_commit_costs_no_mark()
    {
        var clock = new Watch();
        using var storage = new SlowStorage(clock, TimeSpan.FromSeconds(2));
        var writers = new WriterMarks(storage.Tables, clock);

        await writers.BeforeCommitAsync(CancellationToken.None);
        clock.Past += TimeSpan.FromSeconds(7);
        await writers.BeforeCommitAsync(CancellationToken.None);
        Assert.Equal(1, storage.Marks);

        clock.Past += TimeSpan.FromSeconds(1);
        await writers.BeforeCommitAsync(CancellationToken.None);
        Assert.Equal(2, storage.Marks);
    }

    private sealed class Watch : TimeProvider
    {
        public TimeSpan Past { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Past.Ticks;
    }

    private sealed class SlowStorage : HttpMessageHandler
    {
        private readonly Watch clock;
        private readonly TimeSpan takes;

        public SlowStorage(Watch clock, TimeSpan takes)
        {
            (this.clock, this.takes) = (clock, takes);
            Tables = new TableServiceClient(
                new Uri("https://storage.example"),
                new TableSharedKeyCredential("storage", Convert.ToBase64String(new byte[32])),
                new TableClientOptions { Transport = new HttpClientTransport(this) }
            );
        }

        public TableServiceClient Tables { get; }

        public int Marks { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.InRange(++Marks, 1, 5); // a commit that looks for a quicker mark would look without end
            clock.Past += takes;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent) { RequestMessage = request });
        }
    }
}
