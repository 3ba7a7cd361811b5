using System.Diagnostics;
using System.Globalization;
using System.Text;
using ACip.Tests.Platform.Host;
using FunctionsSimulator;
using Microsoft.DurableTask.Client;
using SampleApp;

namespace ACip.Tests.Platform.Workers;

/// <summary>kill -9 of the host, alone and with its worker.</summary>
public sealed class HostDeathTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("acip-host-death").FullName;

    [Fact]
    public async Task A_killed_host_leaves_no_worker_behind()
    {
        using HostProcess host = await HostProcess.StartAsync("Azurite=Off");
        using Process worker = Process.GetProcessById(host.WorkerId);
        Assert.StartsWith("2026-01-01", await host.Http.GetStringAsync("/api/now"), StringComparison.Ordinal);

        host.Process.Kill();

        await worker.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_host_killed_amid_a_request_leaves_no_worker_behind()
    {
        using HostProcess host = await HostProcess.StartAsync("Azurite=Off");
        using Process worker = Process.GetProcessById(host.WorkerId);
        Task<HttpResponseMessage> running = host.Http.GetAsync("/api/waits");
        await Task.Delay(300); // until it is inside the function

        host.Process.Kill();

        await worker.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => running);
    }

    [Fact]
    public async Task Both_killed_what_waits_goes_on_with_the_next()
    {
        using (HostProcess host = await HostProcess.StartAsync("Azurite=Disk", $"DataFolder={folder}"))
        {
            using var started = new StringContent("7", Encoding.UTF8, "application/json");
            (
                await host.Http.PostAsync($"/runtime/webhooks/durabletask/orchestrators/Awaits/both:1?code={host.SystemKey}", started)
            ).EnsureSuccessStatusCode();
            (await host.Http.PostAsync("/local/clock/advance", new StringContent("""{"days":3}"""))).EnsureSuccessStatusCode();

            Process.GetProcessById(host.WorkerId).Kill();
            host.Process.Kill();
            await host.Process.WaitForExitAsync();
        }

        await using FunctionsPlatform next = await FunctionsPlatform.StartAsync<Journal>(
            TestHost.Options("Azurite=Disk", $"DataFolder={folder}")
        );
        await next.Durable.RaiseEventAsync("both:1", "answer", "still here");
        OrchestrationMetadata ended = await next.Durable.WaitForInstanceCompletionAsync("both:1", getInputsAndOutputs: true);

        Assert.Equal("still here", ended.ReadOutputAs<string>());
        Assert.Equal("2026-01-04", next.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private sealed class HostProcess : IDisposable
    {
        private HostProcess(Process process, string[] said)
        {
            Process = process;
            Http = new HttpClient { BaseAddress = new Uri(said[0]) };
            SystemKey = said[1];
            WorkerId = int.Parse(said[2], CultureInfo.InvariantCulture);
        }

        public Process Process { get; }

        public HttpClient Http { get; }

        public string SystemKey { get; }

        public int WorkerId { get; }

        public static async Task<HostProcess> StartAsync(params string[] settings)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
            foreach (string argument in (string[])[typeof(HostDeathTests).Assembly.Location, Program.StartPlatform, .. settings])
            {
                start.ArgumentList.Add(argument);
            }

            Process process = Process.Start(start)!;
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("http://", StringComparison.Ordinal))
                {
                    return new HostProcess(process, line.Split(' '));
                }
            }

            throw new InvalidOperationException("The host ended before it was ready.");
        }

        public void Dispose()
        {
            Http.Dispose();
            if (!Process.HasExited)
            {
                Process.Kill();
            }

            Process.Dispose();
        }
    }
}
