using ACip.Local.Azurite;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>An Azurite that can end and come back, at the same address with all that it had acknowledged: an outage of storage.</summary>
internal sealed class StorageOnDisk : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("acip-storage-").FullName;
    private readonly SemaphoreSlim turn = new(1, 1);
    private AzuriteProcess azurite = null!;

    private SmallDisk? disk;
    private int full;

    private StorageOnDisk() { }

    public string ConnectionString => azurite.ConnectionString;

    public int Outages { get; private set; }

    /// <summary>How often its disk was filled to the last byte.</summary>
    public int TimesFull => full;

    /// <summary>The disk that it lies on; null where that is the machine's.</summary>
    public SmallDisk? Disk => disk;

    /// <param name="small">On a disk of its own, that can be filled.</param>
    public static async Task<StorageOnDisk> StartAsync(bool small = false)
    {
        var storage = new StorageOnDisk();
        storage.disk = small ? SmallDisk.Mount(storage.folder) : null;
        try
        {
            storage.azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = storage.folder });
            return storage;
        }
        catch
        {
            storage.disk?.Dispose();
            throw;
        }
    }

    public void FillDisk(TimeSpan atMost)
    {
        if (disk!.Fill(atMost) > 0)
        {
            Interlocked.Increment(ref full);
        }
    }

    public async Task EndAndComeBackAsync()
    {
        await turn.WaitAsync();
        try
        {
            AzuriteOptions same = new()
            {
                DataFolder = folder,
                BlobPort = azurite.BlobEndpoint.Port,
                QueuePort = azurite.QueueEndpoint.Port,
                TablePort = azurite.TableEndpoint.Port,
            };
            await azurite.DisposeAsync();
            Outages++;
            azurite = await AzuriteProcess.StartAsync(same);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        disk?.Free(); // else it could not write down what it acknowledged, and would not end
        await turn.WaitAsync(); // an outage under way
        try
        {
            await azurite.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        }
        finally
        {
            turn.Dispose();
            disk?.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }
}
