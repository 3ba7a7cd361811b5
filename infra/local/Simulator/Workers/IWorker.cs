namespace FunctionsSimulator.Workers;

/// <summary>One life of a worker: begun by a launcher, over when it has exited. Disposing it ends it, in order if it can be.</summary>
internal interface IWorker : IAsyncDisposable
{
    /// <summary>Ends when the worker has, for whatever reason.</summary>
    Task Exited { get; }

    /// <summary>What it said last, where nobody else has heard it.</summary>
    string LastWords => "";

    /// <summary>Null where the worker runs in this process.</summary>
    int? ProcessId => null;

    /// <summary>The application's own; null where the worker is another process.</summary>
    IServiceProvider? Services { get; }
}
