using FunctionsSimulator.Protocol;

namespace FunctionsSimulator.Workers;

/// <summary>Brings the application to life behind a link.</summary>
internal interface IWorkerLauncher
{
    /// <summary>Where the application's assembly and host.json are.</summary>
    string ApplicationFolder { get; }

    /// <summary>Returns when the worker has begun to run; that it has connected is told by the link.</summary>
    /// <exception cref="WorkerFailedException">It could not be started; the message says why.</exception>
    Task<IWorker> LaunchAsync(WorkerLink link, CancellationToken cancellation);
}
