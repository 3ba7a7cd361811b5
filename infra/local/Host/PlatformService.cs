using ACip.Local.Host.Durable;
using ACip.Local.Host.Functions;
using ACip.Local.Host.Storage;
using ACip.Local.Host.Timers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ACip.Local.Host;

/// <summary>Starts and stops what runs besides the web server.</summary>
/// <remarks>
/// The engine starts after the application's own services and before the server; schedules after all of it. When stopping, what runs is
/// waited for while the server still answers, because activities call it (mail).
/// </remarks>
internal sealed partial class PlatformService(DurableHost durable, TimerFunctions timers, FunctionCatalogue catalogue, LocalPlatform platform, ClockReading reading, ILogger<PlatformService> log)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => durable.StartAsync(cancellationToken);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        reading.Save(platform.Clock);
        await timers.StartAsync(cancellationToken);
        foreach (string function in catalogue.Overlooked)
        {
            Overlooked(function);
        }

        Started(catalogue.Functions.Count, platform.BaseUrl + "/local");
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await timers.StopAsync(cancellationToken);
        await durable.StopAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        reading.Save(platform.Clock);
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Information, "The local platform runs with {Functions} functions: {Address} leads to the inbox, the clock and the sign-in page.")]
    private partial void Started(int functions, string address);

    [LoggerMessage(2, LogLevel.Warning, "{Function} is marked [Function] but not public: no host will find it.")]
    private partial void Overlooked(string function);
}
