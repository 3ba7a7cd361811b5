using System.Net;
using FunctionsSimulator;

namespace ACip.Tests.Platform.Host;

[Collection(WithAzurite.Name)]
public sealed class TimerFunctionTests(AzuriteFixture azurite) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("acip-host").FullName;

    [Fact]
    public async Task Moving_the_clock_runs_every_occurrence_on_the_way_in_order()
    {
        await using TestHost host = await StartAsync("timers1");

        await host.Platform.AdvanceToAsync(At("2026-01-02T13:00"));

        Assert.Equal(
            ["failing 2026-01-01 False", "nightly 2026-01-02T03:00:00 past due False last 2026-01-01 next 2026-01-02"],
            host.Journal.Lines.Where(l =>
                !l.StartsWith("by", StringComparison.Ordinal) && !l.StartsWith("nightly 2026-01-01", StringComparison.Ordinal)
            )
        );
        Assert.Equal(2, host.Journal.Lines.Count(l => l == "by setting 12:00 status none"));
    }

    [Fact]
    public async Task The_first_run_has_no_last_one()
    {
        await using TestHost host = await StartAsync("timers2");

        await host.Platform.AdvanceToAsync(At("2026-01-01T03:00"));

        Assert.Equal(["nightly 2026-01-01T03:00:00 past due False last 0001-01-01 next 2026-01-01"], host.Journal.Lines);
    }

    [Fact]
    public async Task Runs_missed_while_the_host_was_down_are_made_up_for_once()
    {
        await using (TestHost before = await StartAsync("timers3"))
        {
            await before.Platform.AdvanceToAsync(At("2026-01-01T04:00"));
        }

        Directory.Delete(folder, recursive: true); // another machine, later: the clock starts where it is told to
        await using TestHost after = await StartAsync("timers3", "Clock:Start=2026-01-05T10:00:00Z");
        await after.Platform.Busy.QuietAsync();
        await after.Platform.AdvanceToAsync(At("2026-01-06T03:00"));

        Assert.Equal(
            [
                "nightly 2026-01-05T10:00:00 past due True last 2026-01-01 next 2026-01-02",
                "nightly 2026-01-06T03:00:00 past due False last 2026-01-05 next 2026-01-06",
            ],
            after.Journal.Lines.Where(l => l.StartsWith("nightly", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Nothing_missed_means_nothing_to_make_up_for()
    {
        await using (TestHost before = await StartAsync("timers4"))
        {
            await before.Platform.AdvanceToAsync(At("2026-01-01T04:00"));
        }

        await using TestHost after = await StartAsync("timers4");
        await after.Platform.Busy.QuietAsync();

        Assert.Equal(At("2026-01-01T04:00"), after.Platform.Clock.GetUtcNow()); // not where Clock:Start would have it
        Assert.Empty(after.Journal.Lines);
    }

    [Fact]
    public async Task A_schedule_that_is_not_monitored_misses_what_it_misses()
    {
        await using (TestHost before = await StartAsync("timers5"))
        {
            await before.Platform.AdvanceToAsync(At("2026-01-01T04:00"));
        }

        Directory.Delete(folder, recursive: true);
        await using TestHost after = await StartAsync("timers5", "Clock:Start=2026-01-05T13:00:00Z");
        await after.Platform.Busy.QuietAsync();

        Assert.DoesNotContain(after.Journal.Lines, l => l.StartsWith("by setting", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_operator_fires_a_timer_function_and_its_schedule_does_not_notice()
    {
        await using TestHost host = await StartAsync("timers6");
        (string, string) master = ("x-functions-key", host.Platform.MasterKey);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.SendAsync(HttpMethod.Post, "/admin/functions/Nightly")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync(HttpMethod.Post, "/admin/functions/NoSuch", null, master)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync(HttpMethod.Post, "/admin/functions/Greet", null, master)).Status);
        Assert.Equal(
            HttpStatusCode.Accepted,
            (await host.SendAsync(HttpMethod.Post, "/admin/functions/nightly", new StringContent("{}"), master)).Status
        );
        await host.Platform.Busy.QuietAsync();
        await host.Platform.AdvanceToAsync(At("2026-01-01T03:00"));

        Assert.Equal(
            [
                "nightly 2026-01-01T00:00:00 past due False last 0001-01-01 next 2026-01-01",
                "nightly 2026-01-01T03:00:00 past due False last 0001-01-01 next 2026-01-01",
            ],
            host.Journal.Lines
        );
    }

    [Fact]
    public async Task Two_runs_of_one_timer_function_never_overlap()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Journal.Write("hold the timers");
        Task first = host.Platform.InvokeTimerAsync("BySetting");
        await host.Journal.AtGate.Task;
        Task second = host.Platform.InvokeTimerAsync("BySetting");
        await Task.Yield();
        Assert.Equal(1, host.Journal.Lines.Count(l => l.StartsWith("by setting", StringComparison.Ordinal)));

        host.Journal.Gate.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(2, host.Journal.Lines.Count(l => l.StartsWith("by setting", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stopping_waits_for_the_run_under_way()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Journal.Write("hold the timers");
        Task moved = host.Platform.AdvanceToAsync(At("2026-01-01T12:00"));
        await host.Journal.AtGate.Task;

        Task stopped = host.Platform.DisposeAsync().AsTask();
        Assert.False(stopped.IsCompleted);
        host.Journal.Gate.SetResult();

        await stopped;
        await moved;
    }

    [Theory]
    [InlineData("whenever")]
    [InlineData("00:00:00")]
    public async Task A_schedule_that_cannot_be_read_is_told(string schedule)
    {
        var refused = await Assert.ThrowsAsync<PlatformException>(() => TestHost.StartAsync($"/Test:Schedule={schedule}"));
        Assert.Contains($"BySetting: '{schedule}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_span_is_a_schedule_too()
    {
        await using TestHost host = await TestHost.StartAsync("/Test:Schedule=00:20:00");

        await host.Platform.AdvanceToAsync(At("2026-01-01T01:05"));

        Assert.Equal(["by setting 00:20 status none", "by setting 00:40 status none", "by setting 01:00 status none"], host.Journal.Lines);
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture);

    private Task<TestHost> StartAsync(string hub, params string[] settings)
    {
        Directory.CreateDirectory(folder);
        string hostJson = Path.Combine(folder, "host.json");
        File.WriteAllText(hostJson, $$"""{ "extensions": { "durableTask": { "hubName": "{{hub}}" } } }""");
        return TestHost.StartAsync([
            $"HostJson={hostJson}",
            $"DataFolder={folder}",
            $"/AzureWebJobsStorage={azurite.ConnectionString}",
            .. settings,
        ]);
    }
}
