using FunctionsSimulator.Protocol;
using FunctionsSimulator.Protocol.Messages;
using Microsoft.Extensions.Logging;

namespace FunctionsSimulator.Workers;

/// <summary>Keeps one worker running: one that goes away is followed by another, and whoever needs one meanwhile waits for it.</summary>
internal sealed partial class WorkerSupervisor(
    IWorkerLauncher launcher,
    WorkerLinks links,
    Action<RpcLog> applicationLog,
    ILogger<WorkerSupervisor> log
) : IWorkerSource, IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>A worker that goes away sooner makes the pause before the next one longer.</summary>
    private static readonly TimeSpan ShortLife = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource ending = new();
    private readonly Lock gate = new();
    private TaskCompletionSource<WorkerLife> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task keeping = Task.CompletedTask;
    private int starts;

    /// <summary>By name, as the first worker announced them: the build is the same for all of them.</summary>
    public IReadOnlyDictionary<string, FunctionEntry> Functions { get; private set; } = new Dictionary<string, FunctionEntry>();

    public string ApplicationFolder => launcher.ApplicationFolder;

    /// <summary>How often a worker was started.</summary>
    public int Starts => Volatile.Read(ref starts);

    /// <summary>The present worker's; null where it is another process, or there is none at the moment.</summary>
    public IServiceProvider? Services => Ready is { IsCompletedSuccessfully: true } life ? life.Result.Worker.Services : null;

    /// <summary>The present worker's; null where it is this process, or there is none at the moment.</summary>
    public int? ProcessId => Ready is { IsCompletedSuccessfully: true } life ? life.Result.Worker.ProcessId : null;

    private Task<WorkerLife> Ready
    {
        get
        {
            lock (gate)
            {
                return ready.Task;
            }
        }
    }

    /// <summary>Returns when the first worker has announced its functions.</summary>
    /// <exception cref="WorkerFailedException">It could not be started: it is not tried again.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        WorkerLife first = await BeginAsync(cancellation);
        Functions = first.Link.Functions;
        foreach (FunctionEntry function in Functions.Values.Where(one => one.Unserved.Count > 0))
        {
            NotServed(function.Name, string.Join(", ", function.Unserved));
        }

        ready.SetResult(first);
        keeping = KeepAsync(first);
    }

    /// <summary>The link of a worker that runs; waits while there is none.</summary>
    /// <exception cref="WorkerGoneException">The platform is ending.</exception>
    public async Task<WorkerLink> ReadyAsync(CancellationToken cancellation) => (await Ready.WaitAsync(cancellation)).Link;

    public FunctionEntry? Function(string name) => Functions.GetValueOrDefault(name);

    /// <summary>Runs a function of the present worker, or of the next where there is none at the moment.</summary>
    /// <inheritdoc cref="WorkerLink.InvokeAsync" path="/exception"/>
    public async Task<InvocationResponse> InvokeAsync(Invocation invocation, CancellationToken cancellation = default)
    {
        WorkerLink link = await ReadyAsync(cancellation);
        return await link.InvokeAsync(invocation with { Function = link.Functions[invocation.Function.Name] });
    }

    /// <summary>Asks a running invocation of the present worker to end.</summary>
    public void Cancel(string invocation)
    {
        if (Ready is { IsCompletedSuccessfully: true } life)
        {
            life.Result.Link.Cancel(invocation);
        }
    }

    /// <summary>Ends the worker, and starts no other.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await keeping;
        if (Ready is { IsCompletedSuccessfully: true } life)
        {
            await (await life).EndAsync(links);
        }

        lock (gate)
        {
            ready.TrySetException(new WorkerGoneException());
        }

        ending.Dispose();
    }

    private static TimeSpan Longer(TimeSpan pause) => TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));

    private Task<WorkerLife> BeginAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref starts);
        return WorkerLife.BeginAsync(launcher, links, applicationLog, cancellation);
    }

    private async Task KeepAsync(WorkerLife life)
    {
        TimeSpan pause = FirstPause;
        while (true)
        {
            long began = TimeProvider.System.GetTimestamp();
            await Task.WhenAny(life.Link.Gone, life.Worker.Exited, Task.Delay(Timeout.Infinite, ending.Token));
            if (ending.IsCancellationRequested)
            {
                return;
            }

            WentAway();
            lock (gate)
            {
                ready = new TaskCompletionSource<WorkerLife>(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            await life.EndAsync(links);
            pause = TimeProvider.System.GetElapsedTime(began) < ShortLife ? Longer(pause) : FirstPause;
            if (await AgainAsync(pause) is not { } next)
            {
                return;
            }

            life = next;
            ready.SetResult(life);
        }
    }

    /// <returns>Null where the platform ends first.</returns>
    private async Task<WorkerLife?> AgainAsync(TimeSpan pause)
    {
        for (; ; pause = Longer(pause))
        {
            try
            {
                await Task.Delay(pause, ending.Token);
                WorkerLife life = await BeginAsync(ending.Token);
                StartedAgain(Starts);
                return life;
            }
            catch (Exception) when (ending.IsCancellationRequested)
            {
                return null;
            }
            catch (WorkerFailedException e)
            {
                NotStarted(e.Message);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The worker went away; what it was running has failed. Another one is started.")]
    private partial void WentAway();

    [LoggerMessage(2, LogLevel.Information, "The worker runs again, started {Times} times so far.")]
    private partial void StartedAgain(int times);

    [LoggerMessage(3, LogLevel.Error, "The worker could not be started again: {Why} It is tried again.")]
    private partial void NotStarted(string why);

    [LoggerMessage(4, LogLevel.Warning, "{Function}: this host has nothing for its {Bindings}.")]
    private partial void NotServed(string function, string bindings);
}
