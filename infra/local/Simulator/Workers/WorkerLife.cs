using FunctionsSimulator.Protocol;
using FunctionsSimulator.Protocol.Messages;

namespace FunctionsSimulator.Workers;

/// <summary>One worker that runs, and the link to it.</summary>
internal sealed record WorkerLife(IWorker Worker, WorkerLink Link)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>Returns when the worker can be invoked: connected, initialised, started, and listening where it takes requests
    /// itself.</summary>
    /// <exception cref="WorkerFailedException">It could not begin; the message says why.</exception>
    public static async Task<WorkerLife> BeginAsync(
        IWorkerLauncher launcher,
        WorkerLinks links,
        Action<RpcLog> applicationLog,
        CancellationToken cancellation
    )
    {
        var link = new WorkerLink(launcher.ApplicationFolder) { Log = applicationLog };
        links.Expect(link);
        IWorker? worker = null;
        try
        {
            worker = await launcher.LaunchAsync(link, cancellation);
            Task first = await Task.WhenAny(link.Connected, worker.Exited).WaitAsync(Timeout, cancellation);
            if (first == worker.Exited && !link.Connected.IsCompleted)
            {
                throw new WorkerFailedException($"The worker ended before it had connected. {worker.LastWords}".TrimEnd());
            }

            await link.Connected;
            await link.InitAsync(cancellation);
            await Task.WhenAny(worker.Started, worker.Exited).WaitAsync(Timeout, cancellation);
            await worker.Started.WaitAsync(TimeSpan.Zero, cancellation);
            if (link.HttpUri is { } address)
            {
                await WorkerServer.ListensAsync(address, cancellation);
            }

            return new WorkerLife(worker, link);
        }
        catch (Exception e)
        {
            links.Forget(link);
            link.Dispose();
            if (worker is not null)
            {
                await worker.DisposeAsync();
            }

            Exception why = worker?.Started.Exception?.InnerException ?? e; // the application's own reason, where it has given one
            throw why is WorkerFailedException || cancellation.IsCancellationRequested
                ? why
                : new WorkerFailedException($"The worker did not begin: {why.Message}", why);
        }
    }

    public async Task EndAsync(WorkerLinks links)
    {
        links.Forget(Link);
        await Worker.DisposeAsync();
        Link.Dispose();
        Link.Lost(); // where the worker died before it had connected its stream to us, nobody else says so
    }
}
