using FunctionsSimulator.Protocol;

namespace FunctionsSimulator.Workers;

/// <summary>The application as a process of its own.</summary>
internal sealed class ChildLauncher : IWorkerLauncher
{
    public string ApplicationFolder => "";

    public static ChildLauncher Of(string path, WorkerSurroundings around) => throw new PlatformException($"{path} {around.RpcAddress}: not yet.");

    public Task<IWorker> LaunchAsync(WorkerLink link, CancellationToken cancellation) => throw new PlatformException("not yet");
}
