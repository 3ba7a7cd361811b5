using System.Reflection;
using FunctionsSimulator.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FunctionsSimulator.Workers;

/// <summary>A worker whose own Program runs, on a thread of its own, until its host is stopped.</summary>
internal sealed class ProgramWorker : IWorker
{
    private readonly WorkerFitting fitting;
    private readonly TaskCompletionSource<IHost> built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProgramWorker(WorkerFitting fitting) => this.fitting = fitting;

    public Task Started => started.Task;

    public Task Exited => exited.Task;

    public IServiceProvider Services => built.Task.Result.Services; // nobody has this object before the host is built

    public static async Task<ProgramWorker> StartAsync(
        Assembly application,
        string[] arguments,
        WorkerFitting fitting,
        CancellationToken cancellation
    )
    {
        MethodInfo main =
            application.EntryPoint
            ?? throw new WorkerFailedException($"{application.GetName().Name} is a library: it has no Program to run.");
        var worker = new ProgramWorker(fitting);
        // without the execution context of the caller
        new Thread(() => worker.Run(main, arguments)) { IsBackground = true, Name = application.GetName().Name }.UnsafeStart();
        await worker.built.Task.WaitAsync(cancellation);
        return worker;
    }

    public async ValueTask DisposeAsync()
    {
        fitting.Link.Dispose();
        try
        {
            Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
            await exited.Task.WaitAsync(fitting.Grace);
        }
        catch (ObjectDisposedException)
        {
            // it has ended by itself
        }
        catch (TimeoutException)
        {
            // a thread cannot be ended from outside; it is a background thread, and its link is closed
        }
    }

    private void Built(IHost host)
    {
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => started.TrySetResult());
        built.TrySetResult(host);
    }

    private void Run(MethodInfo main, string[] arguments)
    {
        using IDisposable expectation = HostInterception.Expect(fitting.Apply, Built);
        try
        {
            object? code = main.Invoke(
                null,
                BindingFlags.DoNotWrapExceptions,
                null,
                main.GetParameters().Length == 0 ? null : [arguments],
                null
            );
            built.TrySetException(new WorkerFailedException($"The program ended ({code ?? 0}) without having built a host."));
        }
#pragma warning disable CA1031 // whatever the application throws is told to whoever waits for it
        catch (Exception e)
#pragma warning restore CA1031
        {
            built.TrySetException(e);
            started.TrySetException(e);
            fitting.Link.Fail(e);
        }

        exited.TrySetResult();
    }
}
