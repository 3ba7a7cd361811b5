using Microsoft.Extensions.Hosting;

namespace FunctionsSimulator.Hosting;

/// <summary>Ctrl+C is for whoever started the platform; hosts inside it do not listen to it.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
