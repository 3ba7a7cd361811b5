using Azure.Data.Tables;

namespace ACip.Tests.Platform.Tables;

/// <summary>A fresh table for each test, on the collection's Azurite.</summary>
[Collection(WithAzurite.Name)]
public abstract class TableTests(AzuriteFixture azurite) : IAsyncLifetime
{
    protected AzuriteFixture Azurite { get; } = azurite;

    protected TableClient Table { get; } = new(azurite.ConnectionString, $"t{Guid.NewGuid():N}");

    public async Task InitializeAsync() => await Table.CreateAsync();

    public async Task DisposeAsync() => await Table.DeleteAsync();
}
