namespace FunctionsSimulator.Workers;

/// <summary>One life of a worker: begun by a launcher, over when it has exited. Disposing it ends it, in order if it can be.</summary>
internal interface IWorker : IAsyncDisposable
{
    /// <summary>Ends when the application has started, which may be after it has connected; fails with its own reason. At once where nobody
    /// can tell.</summary>
    Task Started => Task.CompletedTask;

    /// <summary>Ends when the worker has, for whatever reason.</summary>
    Task Exited { get; }

    /// <summary>What it said last, where nobody else has heard it.</summary>
    string LastWords => "";

    /// <summary>Null where the worker runs in this process.</summary>
    int? ProcessId => null;

    /// <summary>The application's own; null where the worker is another process.</summary>
    IServiceProvider? Services { get; }
}
