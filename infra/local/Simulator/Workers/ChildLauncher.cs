using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using FunctionsSimulator.Protocol;

namespace FunctionsSimulator.Workers;

/// <summary>The application as a process of its own, started as the genuine host starts it: settings in the environment, the host's address
/// as arguments.</summary>
internal sealed class ChildLauncher(ApplicationBuild build, WorkerSurroundings around) : IWorkerLauncher
{
    private const string ClockVariable = "FUNCTIONS_SIMULATOR_CLOCK";

    public string ApplicationFolder => build.Folder;

    public Task<IWorker> LaunchAsync(WorkerLink link, CancellationToken cancellation)
    {
        var clock = new ChildClock(around.Clock);
        ProcessStartInfo start = Command(link);
        Configure(start.Environment, clock);
        try
        {
            Process process = Process.Start(start)!;
            return Task.FromResult<IWorker>(new ChildWorker(process, link, clock, around.Grace, around.Logging.CreateLogger("Worker")));
        }
        catch (Win32Exception e)
        {
            clock.Dispose();
            throw new WorkerFailedException($"{start.FileName} could not be started: {e.Message}", e);
        }
    }

    private static string Dotnet() =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } told ? told
        : Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : "dotnet";

    private ProcessStartInfo Command(WorkerLink link)
    {
        var start = new ProcessStartInfo(build.Executable ?? Dotnet())
        {
            WorkingDirectory = build.Folder,
            RedirectStandardInput = true, // its end tells the worker that we are gone
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var host = new Uri(around.RpcAddress);
        string request = Guid.NewGuid().ToString(),
            largest = WorkerSurroundings.LargestMessage.ToString(CultureInfo.InvariantCulture);
        IEnumerable<string> arguments =
        [
            .. build.Executable is null ? [build.Assembly] : Array.Empty<string>(),
            // each twice, as the genuine host does: workers of old know the first names only
            "--host",
            host.Host,
            "--port",
            host.Port.ToString(CultureInfo.InvariantCulture),
            "--workerId",
            link.WorkerId,
            "--requestId",
            request,
            "--grpcMaxMessageLength",
            largest,
            "--functions-uri",
            around.RpcAddress + "/",
            "--functions-worker-id",
            link.WorkerId,
            "--functions-request-id",
            request,
            "--functions-grpc-max-message-length",
            largest,
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private void Configure(IDictionary<string, string?> environment, ChildClock clock)
    {
        foreach ((string name, string value) in around.Settings)
        {
            environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        environment["FUNCTIONS_APPLICATION_DIRECTORY"] = environment["FUNCTIONS_WORKER_DIRECTORY"] = build.Folder;
        environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        environment.TryAdd("DOTNET_ROLL_FORWARD", "Major"); // for an application whose own runtime is not on this machine
        environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(
            Path.GetDirectoryName(typeof(ChildLauncher).Assembly.Location)!,
            "FunctionsSimulator.Hook.dll"
        );
        environment[ClockVariable] = clock.File;
    }
}
