using System.Diagnostics;
using System.Globalization;
using System.Net;
using ACip.Tests.Platform.Host;
using FunctionsSimulator;
using SampleApp;

namespace ACip.Tests.Platform.Workers;

/// <summary>The worker as a process of its own: a smoke set, and what only a process can do, die.</summary>
public sealed class ChildWorkerTests : IAsyncLifetime
{
    private FunctionsPlatform platform = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        platform = await FunctionsPlatform.StartAsync<Journal>(TestHost.Options("Worker=Process"));
        http = platform.CreateClient();
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task It_answers_from_another_process_that_goes_by_the_platforms_clock()
    {
        string[] first = (await http.GetStringAsync("/api/now")).Split(' ');
        await platform.Clock.AdvanceAsync(TimeSpan.FromHours(5));
        string[] second = (await http.GetStringAsync("/api/now")).Split(' ');

        Assert.Equal("2026-01-01T00:00:00.0000000+00:00", first[0]);
        Assert.Equal("2026-01-01T05:00:00.0000000+00:00", second[0]);
        Assert.Equal(platform.WorkerProcessId!.Value.ToString(CultureInfo.InvariantCulture), second[1]);
        Assert.NotEqual(Environment.ProcessId, platform.WorkerProcessId);
        Assert.Contains("nightly 2026-01-01T03:00:00", await http.GetStringAsync("/api/journal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_and_failures_are_as_in_this_process()
    {
        Assert.Equal("GET Ada;GET Ada;", await http.GetStringAsync("/api/greet/Ada/2"));
        Assert.Equal(HttpStatusCode.InternalServerError, (await http.GetAsync("/api/fails")).StatusCode);
        Assert.Equal(8 << 20, (await http.GetByteArrayAsync("/api/big/8")).Length);
        Assert.Equal(
            (40 << 20).ToString(CultureInfo.InvariantCulture),
            await (await http.PostAsync("/api/upload", new ByteArrayContent(new byte[40 << 20]))).Content.ReadAsStringAsync()
        );
    }

    [Fact]
    public void Its_services_are_not_to_be_seen() => Assert.Throws<PlatformException>(() => platform.Services);

    [Fact]
    public async Task A_killed_worker_fails_what_it_was_doing_and_another_one_goes_on()
    {
        int killed = platform.WorkerProcessId!.Value;
        Task<HttpResponseMessage> running = http.GetAsync("/api/waits");
        await Until.TrueAsync(() => platform.Busy.UnderWay > 0);
        await Task.Delay(300); // until it is inside the function

        Process.GetProcessById(killed).Kill();

        Assert.Equal(HttpStatusCode.InternalServerError, (await running).StatusCode);
        Assert.Equal("GET Ada;", await http.GetStringAsync("/api/greet/Ada")); // waits for the next one
        Assert.Equal(2, platform.WorkerStarts);
        Assert.NotEqual(killed, platform.WorkerProcessId);
    }

    [Fact]
    public async Task The_next_worker_has_the_clock_too()
    {
        await platform.Clock.AdvanceAsync(TimeSpan.FromDays(40));
        Process.GetProcessById(platform.WorkerProcessId!.Value).Kill();
        await Until.TrueAsync(() => platform.WorkerProcessId is null);

        Assert.StartsWith("2026-02-10", await http.GetStringAsync("/api/now"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_lets_it_end_in_order()
    {
        Process worker = Process.GetProcessById(platform.WorkerProcessId!.Value);
        long began = Stopwatch.GetTimestamp();

        await platform.DisposeAsync();

        Assert.True(worker.HasExited);
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 10);
    }
}
