using ACip.Local.Faults;
using Azure.Data.Tables;

namespace ACip.Tests.Platform.Tables;

/// <summary>A fresh table for each test, on the collection's Azurite as the application has it: through the proxy, by the genuine
/// client.</summary>
[Collection(WithAzurite.Name)]
public abstract class TableTests(AzuriteFixture azurite) : IAsyncLifetime
{
    protected StorageProxy Proxy { get; private set; } = null!;

    protected TableClient Table { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        Table = new TableClient(Proxy.ConnectionString, $"t{Guid.NewGuid():N}");
        await Table.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        await Table.DeleteAsync();
        await Proxy.DisposeAsync();
    }
}
