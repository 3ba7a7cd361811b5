namespace ACip.Local.Azurite;

/// <summary>A running Azurite: Microsoft's storage emulator, blobs, queues and tables, on loopback ports. It ends with this object or with
/// this process, whichever goes first.</summary>
/// <remarks>
/// Strict (not <c>--loose</c>): a header or parameter that it does not know is refused, so that we notice before Azure does.
/// What it acknowledged survives even <c>kill -9</c> of this process; see watch.cjs for how, and for what does not.
/// </remarks>
public sealed class AzuriteProcess : IAsyncDisposable
{
    // public knowledge: every emulator's account and key, https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    internal const string UsualAccount = "devstoreaccount1";
    internal const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly AzuriteHost host;
    private readonly string account;
    private readonly Func<ValueTask> end;
    private bool ended;

    internal AzuriteProcess(AzuriteHost host, string account, Func<ValueTask> end)
    {
        this.host = host;
        this.account = account;
        this.end = end;
    }

    public Uri BlobEndpoint => host.EndpointOf("Blob", account);

    public Uri QueueEndpoint => host.EndpointOf("Queue", account);

    public Uri TableEndpoint => host.EndpointOf("Table", account);

    /// <summary>For all three services, in the form that every Azure Storage client takes.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";

    /// <summary>Ends when Azurite has ended, for whatever reason.</summary>
    public Task Exited => host.Exited;

    /// <summary>Installs Azurite if this machine does not have it yet, starts it, and returns when it answers.</summary>
    /// <exception cref="AzuriteUnavailableException">Node.js is missing, a port or the data folder is taken, or it did not
    /// start.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        string script = await AzuriteInstallation.EnsureAsync(options, cancellation);
        if (AzuritesInMemory.Serve(options))
        {
            return await AzuritesInMemory.TakeAsync(script, options, cancellation);
        }

        AzuriteDataFolder? data = options.InMemory
            ? null
            : await AzuriteDataFolder.TakeAsync(options.DataFolder, options.Progress, cancellation);
        try
        {
            AzuriteHost host = await AzuriteHost.StartAsync(script, options, data, accounts: null, cancellation);
            return new AzuriteProcess(host, UsualAccount, End);

            async ValueTask End()
            {
                await host.DisposeAsync();
                data?.Dispose();
            }
        }
        catch
        {
            data?.Dispose();
            throw;
        }
    }

    /// <summary>Ends Azurite; returns when everything it acknowledged is on the disk.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!ended)
        {
            ended = true;
            await end();
        }
    }
}
