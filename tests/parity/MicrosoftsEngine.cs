using ACip.Local.Azurite;
using ACip.Local.Clock;
using ACip.Tests.Parity.Engine;
using ACip.Tests.Platform.Durable;
using FunctionsSimulator.Durable;

namespace ACip.Tests.Parity;

/// <summary>Microsoft's engine for each test, all on one Azurite in memory.</summary>
public sealed class MicrosoftsEngine : IAsyncLifetime, IEngineSource
{
    /// <summary>One for all classes, which run side by side; it ends with this process.</summary>
    private static readonly Lazy<Task<AzuriteProcess>> Azurite = new(() =>
        AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true })
    );

    private AzuriteProcess? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public EngineTraits Traits { get; } =
        new()
        {
            LeavesCancelledTimers = true,
            ShufflesManyEvents = true,
            RoundsTimersDown = true,
            TakesAnyId = true,
            TellsManyThatTheyStarted = true,
            WaitsForATakenId = true,
            HangsOnALargeStatus = true,
        };

    public TimeSpan Timeout { get; } = TimeSpan.FromSeconds(60);

    public IEngineUnderTest Create(DurableOptions options, VirtualClock clock, Busy busy) =>
        new MicrosoftEngine(options, clock, busy, ConnectionString);

    public async Task InitializeAsync() => azurite = await Azurite.Value;

    public Task DisposeAsync() => Task.CompletedTask;
}
