namespace FunctionsSimulator.Protocol;

/// <summary>Where to find the worker at hand, which may be another one after a death.</summary>
internal interface IWorkerSource
{
    /// <summary>Ends when a worker is ready to be invoked.</summary>
    Task<WorkerLink> ReadyAsync(CancellationToken cancellation);

    /// <summary>As <see cref="ReadyAsync"/>; while no worker goes away, always the same one for the same instance.</summary>
    Task<WorkerLink> ReadyForAsync(string instance, CancellationToken cancellation) => ReadyAsync(cancellation);

    /// <returns>Null where the application has no function of this name.</returns>
    FunctionEntry? Function(string name);
}
