using ACip.Local.Azurite;
using ACip.Local.Clock;
using ACip.Tests.Platform.Durable;
using FunctionsSimulator.Durable;

namespace ACip.Tests.Platform;

/// <summary>One Azurite in memory for every test class of the collection. Use a name of your own for each table.</summary>
public sealed class AzuriteFixture : IAsyncLifetime, IEngineSource
{
    private AzuriteProcess? azurite;

    public AzuriteProcess Azurite => azurite!;

    public string ConnectionString => Azurite.ConnectionString;

    public EngineTraits Traits => EngineTraits.Ours;

    public TimeSpan Timeout { get; } = TimeSpan.FromSeconds(20);

    public IEngineUnderTest Create(DurableOptions options, VirtualClock clock, Busy busy) =>
        EngineAtWork.Create(options, clock, busy, ConnectionString);

    public async Task InitializeAsync() => azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });

    public async Task DisposeAsync() => await Azurite.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class WithAzurite : ICollectionFixture<AzuriteFixture>
{
    public const string Name = nameof(WithAzurite);
}
