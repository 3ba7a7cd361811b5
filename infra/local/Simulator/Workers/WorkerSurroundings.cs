using ACip.Local.Clock;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FunctionsSimulator.Workers;

/// <summary>What a worker gets of the platform, whichever way it runs.</summary>
/// <param name="RpcAddress">Where it connects to.</param>
/// <param name="Clock">What it goes by.</param>
/// <param name="Settings">The application's settings, by name with colons.</param>
/// <param name="Services">Put in after the application's own; in this process only.</param>
/// <param name="Grace">How long it is waited for when it is to end.</param>
internal sealed record WorkerSurroundings(
    string RpcAddress,
    VirtualClock Clock,
    IReadOnlyDictionary<string, string> Settings,
    Action<IServiceCollection>? Services,
    TimeSpan Grace,
    ILoggerFactory Logging
)
{
    public const int LargestMessage = int.MaxValue;
}
