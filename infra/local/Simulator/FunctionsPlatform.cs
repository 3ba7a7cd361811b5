using System.Reflection;
using ACip.Local.Clock;
using ACip.Local.Faults;
using FunctionsSimulator.Hosting;
using FunctionsSimulator.Http;
using FunctionsSimulator.Timers;
using FunctionsSimulator.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FunctionsSimulator;

/// <summary>
/// A Functions host for an isolated .NET application, in this process, with a clock that can be moved: what WebApplicationFactory is to web
/// applications. Several run side by side. Disposing it ends everything that it started, in order.
/// </summary>
public sealed class FunctionsPlatform : IAsyncDisposable
{
    private readonly PlatformParts parts;
    private readonly WebApplication front;
    private int over;

    private FunctionsPlatform(PlatformParts parts, WebApplication front)
    {
        this.parts = parts;
        this.front = front;
    }

    public VirtualClock Clock => parts.Resources.Clock;

    /// <summary>The work under way: requests, timer runs, orchestrations, and what extensions count among it.</summary>
    public Busy Busy => parts.Resources.Busy;

    /// <summary>Without a slash at the end.</summary>
    public string BaseUrl => parts.Resources.Addresses.Public;

    /// <summary>The connection string that engine and application work on; null without storage.</summary>
    public string? Storage => parts.Resources.Addresses.Storage;

    /// <summary>Counts storage calls and makes them fail; null without storage, or with storage that is no emulator's.</summary>
    public StorageProxy? Faults => parts.Resources.Proxy;

    /// <summary>Starts, asks and wakes orchestrations from outside the application.</summary>
    /// <exception cref="PlatformException">The platform runs without storage, so without an engine.</exception>
    public DurableTaskClient Durable =>
        parts.Durable?.Client ?? throw new PlatformException("There is no durable engine: the platform runs without storage.");

    /// <summary>The application's services.</summary>
    /// <exception cref="PlatformException">The worker is another process, or there is none at the moment.</exception>
    public IServiceProvider Services =>
        parts.Workers.Services ?? throw new PlatformException("The worker's services are seen only while it runs in this process.");

    /// <summary>The application's services in each worker: none where they are other processes.</summary>
    public IReadOnlyList<IServiceProvider> ServicesOfEach => [.. parts.Workers.Each];

    /// <summary>The platform's own services, and those that extensions added.</summary>
    public IServiceProvider FrontServices => front.Services;

    /// <summary>What the application announced, by name.</summary>
    public IReadOnlyList<HostedFunction> Functions
    {
        get
        {
            HostJson hostJson = front.Services.GetRequiredService<HostJson>();
            return
            [
                .. parts
                    .Workers.Functions.Values.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(function => HostedFunction.Of(function, hostJson)),
            ];
        }
    }

    /// <summary>How often a worker was started: 1, unless one went away.</summary>
    public int WorkerStarts => parts.Workers.Starts;

    /// <summary>The worker's process; null where it is this one, or there is none at the moment.</summary>
    public int? WorkerProcessId => parts.Workers.ProcessId;

    /// <summary>Opens everything.</summary>
    public string MasterKey => Keys.Master;

    /// <summary>Opens every function.</summary>
    public string HostKey => Keys.Host;

    /// <summary>Opens the durable engine's routes.</summary>
    public string SystemKey => Keys.System;

    private FunctionKeys Keys => front.Services.GetRequiredService<FunctionKeys>();

    /// <summary>Runs the application whose Program this is, by its own entry point.</summary>
    /// <typeparam name="TProgram">Any type of the application's assembly.</typeparam>
    /// <exception cref="PlatformException">Something that it needs cannot be had, or a function cannot be put on it.</exception>
    /// <exception cref="Protocol.WorkerFailedException">The application cannot be built, or its worker does not begin.</exception>
    public static Task<FunctionsPlatform> StartAsync<TProgram>(PlatformOptions? options = null, CancellationToken cancellation = default) =>
        StartAsync(typeof(TProgram).Assembly, null, options ?? new PlatformOptions(), cancellation);

    /// <summary>Runs an application that is built by a method of its assembly.</summary>
    /// <param name="build">Takes arguments and builds the worker's host, as Program does; it must not start it.</param>
    /// <inheritdoc cref="StartAsync{TProgram}"/>
    public static Task<FunctionsPlatform> StartAsync(
        Func<string[], IHost> build,
        PlatformOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(build);
        return StartAsync(build.Method.Module.Assembly, build, options ?? new PlatformOptions(), cancellation);
    }

    /// <summary>Runs a built application as a process of its own, with its own host.json and local.settings.json.</summary>
    /// <param name="folder">What <c>dotnet build</c> or <c>dotnet publish</c> made of it.</param>
    /// <inheritdoc cref="StartAsync{TProgram}"/>
    public static Task<FunctionsPlatform> StartAsync(
        string folder,
        PlatformOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ApplicationBuild build = ApplicationBuild.Of(folder);
        PlatformOptions given = options ?? new PlatformOptions();
        PlatformOptions whole = given with { Settings = LocalSettingsFile.Under(given.Settings, build.Folder) };
        return StartAsync((around, _) => new ChildLauncher(build, around), build.Folder, whole, cancellation);
    }

    /// <summary>Follows no redirects and keeps no cookies: a test sees what is answered.</summary>
    public HttpClient CreateClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(BaseUrl) };

    /// <summary>The key of one function.</summary>
    public string FunctionKey(string function) => Keys.Of(function);

    /// <summary>Runs a timer function now, outside its schedule; returns when it has ended.</summary>
    /// <exception cref="ArgumentException">No timer function has that name.</exception>
    public Task InvokeTimerAsync(string name) =>
        (
            front.Services.GetRequiredService<TimerFunctions>().Find(name)
            ?? throw new ArgumentException($"No timer function is called {name}.", nameof(name))
        ).FireAsync();

    /// <summary>Moves the clock, if it is not there yet; returns when everything due on the way, or under way, has ended.</summary>
    public async Task AdvanceToAsync(DateTimeOffset target, CancellationToken cancellation = default)
    {
        if (target > Clock.GetUtcNow())
        {
            await Clock.AdvanceToAsync(target, cancellation);
        }
        else
        {
            await Busy.QuietAsync(cancellation);
        }
    }

    /// <summary>Ends what runs, for as long as <see cref="PlatformOptions.ShutdownGrace"/> allows, then worker, servers and
    /// storage.</summary>
    /// <remarks>What runs is waited for while the web server still answers, because activities call it.</remarks>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref over, 1) != 0)
        {
            return;
        }

        using var grace = new CancellationTokenSource(parts.Context.Options.ShutdownGrace);
        await front.Services.GetRequiredService<TimerFunctions>().StopAsync(grace.Token);
        await (parts.Engine?.StopAsync(grace.Token) ?? Task.CompletedTask);
        await front.StopAsync(grace.Token);
        await front.DisposeAsync();
        await parts.DisposeAsync();
    }

    private static Task<FunctionsPlatform> StartAsync(
        Assembly application,
        Func<string[], IHost>? build,
        PlatformOptions options,
        CancellationToken cancellation
    ) =>
        StartAsync(
            (around, worker) =>
                worker == WorkerChoice.Process
                    ? new ChildLauncher(ApplicationBuild.Of(application.Location), around)
                    : new InProcessLauncher(application, build, around),
            InProcessLauncher.FolderOf(application),
            options,
            cancellation
        );

    private static async Task<FunctionsPlatform> StartAsync(
        Func<WorkerSurroundings, WorkerChoice, IWorkerLauncher> launcher,
        string applicationFolder,
        PlatformOptions options,
        CancellationToken cancellation
    )
    {
        PlatformParts parts = await PlatformParts.TakeAsync(options, applicationFolder, launcher, cancellation);
        WebApplication? front = null;
        try
        {
            await parts.Workers.StartAsync(cancellation);
            front = Front.Build(parts.Context, parts.Resources, parts.Logging, parts.Add);
            await (parts.Engine?.StartAsync(cancellation) ?? Task.CompletedTask);
            await front.StartAsync(cancellation);
            parts.Resources.Reading.Save(parts.Resources.Clock);
            await front.Services.GetRequiredService<TimerFunctions>().StartAsync(cancellation);
            return new FunctionsPlatform(parts, front);
        }
        catch
        {
            if (front is not null)
            {
                await front.DisposeAsync();
            }

            await parts.DisposeAsync();
            throw;
        }
    }
}
