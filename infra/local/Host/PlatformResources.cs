using ACip.Local.Azurite;
using ACip.Local.Clock;
using ACip.Local.Faults;
using ACip.Local.Host.Storage;
using Microsoft.Extensions.Configuration;

namespace ACip.Local.Host;

/// <summary>What the platform holds of the machine: a folder, a port, and an Azurite if it started one. Given back last of all.</summary>
internal sealed class PlatformResources : IAsyncDisposable, IDisposable
{
    private readonly AzuriteProcess? azurite;

    private PlatformResources(DataFolder folder, ClaimedPort port, AzuriteProcess? azurite, StorageProxy? faults, string? storage, VirtualClock clock, Busy busy)
    {
        Faults = faults;
        Folder = folder;
        Port = port;
        this.azurite = azurite;
        Clock = clock;
        Busy = busy;
        Addresses = new LocalAddresses(port.Number, storage);
    }

    public DataFolder Folder { get; }

    public ClaimedPort Port { get; }

    public VirtualClock Clock { get; }

    public Busy Busy { get; }

    public LocalAddresses Addresses { get; }

    /// <summary>What stands between application and storage, engine and storage; null without storage, and before an account on Azure.</summary>
    public StorageProxy? Faults { get; }

    /// <exception cref="LocalPlatformException">Something of it cannot be had.</exception>
    public static PlatformResources Take(LocalSettings settings, IConfiguration configuration)
    {
        DataFolder folder = DataFolder.Open(settings.DataFolder, settings.Seed);
        ClaimedPort? port = null;
        try
        {
            port = ClaimedPort.Claim(settings.Port);
            string? given = configuration["AzureWebJobsStorage"];
            AzuriteProcess? azurite = string.IsNullOrEmpty(given) && settings.Azurite != StorageChoice.Off ? Start(settings, folder) : null;
            var busy = new Busy();
            DateTimeOffset? start = new ClockReading(folder).Resume(settings.ClockStandsStill) ?? settings.ClockStart;
            string? storage = azurite?.ConnectionString ?? (string.IsNullOrEmpty(given) ? null : given);
            StorageProxy? between = storage is not null ? PutBetween(storage, settings.Faults) : null;
            return new PlatformResources(folder, port, azurite, between, between?.ConnectionString ?? storage, new VirtualClock(busy, start, settings.ClockStandsStill), busy);
        }
        catch
        {
            port?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Clock.Dispose();
        Port.Dispose();
        if (Faults is not null)
        {
            await Faults.DisposeAsync();
        }

        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }

        Folder.Dispose();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static StorageProxy? PutBetween(string storage, FaultSettings? wanted)
    {
        if (!StorageProxy.CanStandBefore(storage))
        {
            return wanted is null ? null : throw new LocalPlatformException("Local:Faults is for emulated storage; AzureWebJobsStorage names an account on Azure.");
        }

        // a builder is made without waiting, and what it configures needs the address
        StorageProxy proxy = Task.Run(() => StorageProxy.StartAsync(storage)).GetAwaiter().GetResult();
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

    private static AzuriteProcess Start(LocalSettings settings, DataFolder folder)
    {
        var options = new AzuriteOptions
        {
            InMemory = settings.Azurite == StorageChoice.Memory,
            DataFolder = folder.Path is null ? "" : Path.Combine(folder.Path, "azurite"),
            Progress = text => Console.Error.WriteLine(text),
        };
        try
        {
            // a builder is made without waiting, and what it configures needs the address
            return Task.Run(() => AzuriteProcess.StartAsync(options)).GetAwaiter().GetResult();
        }
        catch (AzuriteUnavailableException e)
        {
            throw new LocalPlatformException(e.Message, e);
        }
    }
}
