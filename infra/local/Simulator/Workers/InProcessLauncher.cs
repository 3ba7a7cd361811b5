using System.Reflection;
using FunctionsSimulator.Protocol;
using Microsoft.Extensions.Hosting;

namespace FunctionsSimulator.Workers;

/// <summary>The application in this process, by its own code: the genuine worker, built and started as its Program does.</summary>
/// <param name="build">Builds the application's host; null: its entry point is run, on a thread of its own.</param>
internal sealed class InProcessLauncher(Assembly application, Func<string[], IHost>? build, WorkerSurroundings around) : IWorkerLauncher
{
    /// <summary>Read by the worker at every function that it loads, and never put back: the same for every platform in this
    /// process.</summary>
    private const string ApplicationDirectory = "FUNCTIONS_APPLICATION_DIRECTORY";

    public string ApplicationFolder { get; } = FolderOf(application);

    public static string FolderOf(Assembly application) =>
        Path.GetDirectoryName(application.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;

    public async Task<IWorker> LaunchAsync(WorkerLink link, CancellationToken cancellation)
    {
        Environment.SetEnvironmentVariable(ApplicationDirectory, ApplicationFolder);
        var fitting = new WorkerFitting(link, around);
        string[] arguments = fitting.Arguments();
        using EntryAssembly entry = await EntryAssembly.TakeAsync(application, cancellation);
        try
        {
            return build is null
                ? await ProgramWorker.StartAsync(application, arguments, fitting, cancellation)
                : await InNobodysName(() => BuiltWorker.Start(build, arguments, fitting));
        }
        catch (Exception e) when (e is not (OperationCanceledException or WorkerFailedException))
        {
            throw new WorkerFailedException($"{application.GetName().Name} could not be built: {e.Message}", e);
        }
    }

    /// <summary>What the application starts lives as long as its host: nothing in it belongs to the activity of whoever starts the
    /// platform.</summary>
    private static Task<BuiltWorker> InNobodysName(Func<BuiltWorker> start)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(start);
        }
    }
}
