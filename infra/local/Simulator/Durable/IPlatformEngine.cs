using ACip.Local.Clock;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsSimulator.Durable;

/// <summary>What a platform asks of its durable engine. tests/parity puts Microsoft's in the place of the simulator's own.</summary>
internal interface IPlatformEngine : IAsyncDisposable
{
    /// <summary>Takes up every unfinished instance where it was.</summary>
    Task StartAsync(CancellationToken cancellation);

    /// <summary>Lets work under way finish, until cancelled; starts nothing new.</summary>
    Task StopAsync(CancellationToken cancellation);

    /// <summary>Adds the service that a DurableTaskClient speaks to.</summary>
    void Add(IServiceCollection services);

    void Map(IEndpointRouteBuilder rpc);
}

/// <summary>What an engine works with on a platform.</summary>
/// <param name="Storage">Connection string.</param>
internal sealed record EngineSurroundings(DurableOptions Options, IDurableWorker Worker, string Storage, VirtualClock Clock, Busy Busy);
