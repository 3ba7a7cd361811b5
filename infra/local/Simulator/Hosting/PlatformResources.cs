using ACip.Local.Azurite;
using ACip.Local.Clock;
using ACip.Local.Faults;
using FunctionsSimulator.Storage;
using Microsoft.Extensions.Configuration;

namespace FunctionsSimulator.Hosting;

/// <summary>What the platform holds of the machine: a folder, a port, and an Azurite if it started one. Given back last of all.</summary>
internal sealed class PlatformResources : IAsyncDisposable
{
    private readonly AzuriteProcess? azurite;

    private PlatformResources(
        DataFolder folder,
        ClaimedPort port,
        AzuriteProcess? azurite,
        StorageProxy? proxy,
        string? storage,
        VirtualClock clock,
        Busy busy
    )
    {
        Folder = folder;
        Port = port;
        this.azurite = azurite;
        Proxy = proxy;
        Clock = clock;
        Busy = busy;
        Reading = new ClockReading(folder);
        Addresses = new PlatformAddresses(port.Number, storage);
        clock.Arrived += () => Reading.Save(clock);
    }

    public DataFolder Folder { get; }

    public ClaimedPort Port { get; }

    public VirtualClock Clock { get; }

    public Busy Busy { get; }

    public ClockReading Reading { get; }

    public PlatformAddresses Addresses { get; }

    /// <summary>What stands between application and storage; null without storage, and with storage that is no emulator's.</summary>
    public StorageProxy? Proxy { get; }

    /// <exception cref="PlatformException">Something of it cannot be had.</exception>
    public static async Task<PlatformResources> TakeAsync(PlatformOptions options, IConfiguration settings, CancellationToken cancellation)
    {
        DataFolder folder = DataFolder.Open(options.DataFolder, options.Seed);
        ClaimedPort? port = null;
        AzuriteProcess? azurite = null;
        try
        {
            port = ClaimedPort.Claim(options.Port);
            string? storage = EmulatedStorage.WithEndpoints(settings["AzureWebJobsStorage"]);
            if (storage is null && options.Azurite != StorageChoice.Off)
            {
                azurite = await StartAsync(options, folder, cancellation);
                storage = azurite.ConnectionString;
            }

            StorageProxy? proxy =
                storage is not null && EmulatedStorage.Is(storage) ? await PutBetweenAsync(storage, options.Faults, cancellation) : null;
            var busy = new Busy();
            DateTimeOffset? start = new ClockReading(folder).Resume(options.ClockStandsStill) ?? options.ClockStart;
            return new PlatformResources(
                folder,
                port,
                azurite,
                proxy,
                proxy?.ConnectionString ?? storage,
                new VirtualClock(busy, start, options.ClockStandsStill),
                busy
            );
        }
        catch
        {
            port?.Dispose();
            if (azurite is not null)
            {
                await azurite.DisposeAsync();
            }

            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Reading.Save(Clock);
        Clock.Dispose();
        Port.Dispose();
        if (Proxy is not null)
        {
            await Proxy.DisposeAsync();
        }

        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }

        Folder.Dispose();
    }

    private static async Task<StorageProxy> PutBetweenAsync(string storage, FaultSettings? wanted, CancellationToken cancellation)
    {
        StorageProxy proxy = await StorageProxy.StartAsync(storage, cancellation);
        proxy.Plan = wanted?.Seed is { } seed ? new FaultPlan(seed, wanted.OneIn) : null;
        if (wanted?.KillAt is { } fatal)
        {
            CallMoment moment = fatal % 2 == 1 ? CallMoment.Before : CallMoment.After;
            proxy.Watch = (call, when) =>
            {
                if (call.Number == fatal && when == moment)
                {
                    System.Diagnostics.Process.GetCurrentProcess().Kill();
                }

                return Task.CompletedTask;
            };
        }

        return proxy;
    }

    private static async Task<AzuriteProcess> StartAsync(PlatformOptions options, DataFolder folder, CancellationToken cancellation)
    {
        try
        {
            return await AzuriteProcess.StartAsync(
                new AzuriteOptions
                {
                    InMemory = options.Azurite == StorageChoice.Memory,
                    DataFolder = folder.Path is null ? "" : Path.Combine(folder.Path, "azurite"),
                    Progress = text => Console.Error.WriteLine(text),
                },
                cancellation
            );
        }
        catch (AzuriteUnavailableException e)
        {
            throw new PlatformException(e.Message, e);
        }
    }
}
