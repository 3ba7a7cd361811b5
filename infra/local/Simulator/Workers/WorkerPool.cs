using FunctionsSimulator.Protocol;
using FunctionsSimulator.Protocol.Messages;

namespace FunctionsSimulator.Workers;

/// <summary>The workers of one host, each with memory of its own: one after the other is given work, as the genuine host does where
/// <c>FUNCTIONS_WORKER_PROCESS_COUNT</c> is more than 1, and as it goes on Azure when it scales out.</summary>
/// <param name="workers">At least one; all of one build.</param>
internal sealed class WorkerPool(IReadOnlyList<WorkerSupervisor> workers) : IWorkerSource, IAsyncDisposable
{
    private int turn = -1;

    /// <summary>By name, as the first worker announced them.</summary>
    public IReadOnlyDictionary<string, FunctionEntry> Functions => workers[0].Functions;

    public string ApplicationFolder => workers[0].ApplicationFolder;

    /// <summary>How often a worker was started, of all together.</summary>
    public int Starts => workers.Sum(worker => worker.Starts);

    /// <summary>The first worker's; null where it is another process, or there is none at the moment.</summary>
    public IServiceProvider? Services => workers[0].Services;

    /// <summary>Of each worker that runs in this process.</summary>
    public IEnumerable<IServiceProvider> Each => workers.Select(worker => worker.Services).OfType<IServiceProvider>();

    /// <summary>The first worker's; null where it is this process, or there is none at the moment.</summary>
    public int? ProcessId => workers[0].ProcessId;

    private WorkerSupervisor Next => workers[(int)((uint)Interlocked.Increment(ref turn) % (uint)workers.Count)];

    /// <summary>Returns when each has announced its functions.</summary>
    /// <inheritdoc cref="WorkerSupervisor.StartAsync" path="/exception"/>
    public async Task StartAsync(CancellationToken cancellation)
    {
        // one by one: two hosts that are built in one process at once would be mixed up
        foreach (WorkerSupervisor worker in workers)
        {
            await worker.StartAsync(cancellation);
        }
    }

    /// <inheritdoc cref="WorkerSupervisor.ReadyAsync"/>
    public Task<WorkerLink> ReadyAsync(CancellationToken cancellation) => Next.ReadyAsync(cancellation);

    /// <summary>An orchestration keeps to its worker, which remembers it from turn to turn: what another one had done meanwhile, it would
    /// not know.</summary>
    public Task<WorkerLink> ReadyForAsync(string instance, CancellationToken cancellation) =>
        workers[(int)((uint)StringComparer.Ordinal.GetHashCode(instance) % (uint)workers.Count)].ReadyAsync(cancellation);

    public FunctionEntry? Function(string name) => workers[0].Function(name);

    /// <inheritdoc cref="WorkerSupervisor.InvokeAsync"/>
    public Task<InvocationResponse> InvokeAsync(Invocation invocation, CancellationToken cancellation = default) =>
        Next.InvokeAsync(invocation, cancellation);

    /// <summary>Asks a running invocation to end, of whichever worker it is: the others do not know it.</summary>
    public void Cancel(string invocation)
    {
        foreach (WorkerSupervisor worker in workers)
        {
            worker.Cancel(invocation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (WorkerSupervisor worker in workers.Reverse())
        {
            await worker.DisposeAsync();
        }
    }
}
