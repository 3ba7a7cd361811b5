using ACip.Tests.Platform.Host;
using FunctionsSimulator;
using FunctionsSimulator.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SampleApp;

namespace ACip.Tests.Platform.Workers;

public sealed class InProcessWorkerTests
{
    [Fact]
    public async Task A_program_runs_by_its_own_entry_point()
    {
        await using FunctionsPlatform platform = await FunctionsPlatform.StartAsync<Journal>(TestHost.Options());
        using HttpClient http = platform.CreateClient();

        Assert.Equal("GET Ada;", await http.GetStringAsync("/api/greet/Ada"));
        Assert.StartsWith("2026-01-01T00:00:00", await http.GetStringAsync("/api/now"), StringComparison.Ordinal);
        Assert.Same(platform.Clock, platform.Services.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task Several_run_side_by_side_each_with_its_own_clock_and_services()
    {
        Task<TestHost>[] starting =
        [
            .. Enumerable.Range(1, 4).Select(year => Task.Run(() => TestHost.StartAsync($"Clock:Start=203{year}-01-01T00:00:00Z"))),
        ];
        TestHost[] hosts = await Task.WhenAll(starting);
        await hosts[1].Platform.Clock.AdvanceAsync(TimeSpan.FromDays(1));

        string[] now = await Task.WhenAll(hosts.Select(async host => (await host.GetAsync("/api/now")).Body[..10]));

        Assert.Equal(["2031-01-01", "2032-01-02", "2033-01-01", "2034-01-01"], now);
        Assert.Equal(4, hosts.Select(host => host.Journal).Distinct().Count());
        Assert.Equal(
            ["0", "2", "0", "0"],
            hosts.Select(host => $"{host.Journal.Lines.Count(line => !line.StartsWith("failing", StringComparison.Ordinal))}")
        );
        await Task.WhenAll(hosts.Select(host => host.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task An_application_that_does_not_start_says_why()
    {
        var refused = await Assert.ThrowsAsync<WorkerFailedException>(() =>
            TestHost.StartAsync(options => options with { WorkerServices = services => services.AddHostedService<FailsToStart>() })
        );

        Assert.Contains("not today", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_does_not_start_says_why()
    {
        PlatformOptions options = TestHost.Options() with { WorkerServices = services => services.AddHostedService<FailsToStart>() };

        var refused = await Assert.ThrowsAsync<WorkerFailedException>(() => FunctionsPlatform.StartAsync<Journal>(options));

        Assert.Contains("not today", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_ends_is_followed_by_another_one()
    {
        await using TestHost host = await TestHost.StartAsync();
        Journal first = host.Journal;
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await Until.TrueAsync(() => host.Platform.WorkerStarts == 2);

        Assert.Equal("GET Ada;", (await host.GetAsync("/api/greet/Ada")).Body);
        Assert.NotSame(first, host.Journal);
    }

    [Fact]
    public async Task One_that_cannot_be_started_again_is_tried_until_it_can()
    {
        int built = 0;
        await using TestHost host = await TestHost.StartAsync(options => options with { WorkerServices = FailsTheSecondAndThirdTime });
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await Until.TrueAsync(() => host.Platform.WorkerStarts == 4);

        Assert.Equal("GET Ada;", (await host.GetAsync("/api/greet/Ada")).Body);

        void FailsTheSecondAndThirdTime(IServiceCollection services)
        {
            if (++built is 2 or 3)
            {
                throw new InvalidOperationException("not now");
            }
        }
    }

    private sealed class FailsToStart : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("not today");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
