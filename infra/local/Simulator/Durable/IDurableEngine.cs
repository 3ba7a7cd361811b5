namespace FunctionsSimulator.Durable;

/// <summary>The part of the platform that runs orchestrations.</summary>
internal interface IDurableEngine : IAsyncDisposable
{
    /// <summary>Takes up what was under way when the last engine ended. The worker must be ready by then.</summary>
    Task StartAsync(CancellationToken cancellation);

    /// <summary>Lets what runs end, for a while; begins nothing new.</summary>
    Task StopAsync(CancellationToken cancellation);
}
