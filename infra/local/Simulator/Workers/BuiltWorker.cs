using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FunctionsSimulator.Workers;

/// <summary>A worker whose host a delegate has built: we run it.</summary>
internal sealed class BuiltWorker : IWorker
{
    private readonly IHost host;
    private readonly WorkerFitting fitting;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BuiltWorker(IHost host, WorkerFitting fitting)
    {
        this.host = host;
        this.fitting = fitting;
        Exited = RunAsync();
    }

    public Task Started => started.Task;

    public Task Exited { get; }

    public IServiceProvider Services => host.Services;

    public static BuiltWorker Start(Func<string[], IHost> build, string[] arguments, WorkerFitting fitting)
    {
        using (HostInterception.Expect(fitting.Apply, _ => { }))
        {
            return new BuiltWorker(build(arguments), fitting);
        }
    }

    public async ValueTask DisposeAsync()
    {
        fitting.Link.Dispose();
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await Exited;
        await AsyncDisposal.OfAsync(host);
    }

    /// <remarks>The start ends only when its host, that is we, has answered: nobody waits for it but this.</remarks>
    private async Task RunAsync()
    {
        await Task.Yield();
        try
        {
            await host.StartAsync();
            started.TrySetResult();
            await host.WaitForShutdownAsync();
        }
#pragma warning disable CA1031 // whatever the application throws is told to whoever waits for its worker
        catch (Exception e)
#pragma warning restore CA1031
        {
            started.TrySetException(e);
            fitting.Link.Fail(e);
        }
    }
}
