using ACip.Functions;
using ACip.Functions.Authorization.Limits;
using ACip.Local.Clock;
using ACip.Local.Faults;
using ACip.Local.Mail;
using ACip.Workflows.Storage;
using FunctionsSimulator;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ACip.Local.Cli.Platform;

/// <summary>The application on the simulator, with a mail service beside it: for tests and the command line.</summary>
public sealed class LocalPlatform : IAsyncDisposable
{
    /// <summary>Setting: requests are limited as on Azure.</summary>
    public const string RealLimits = "Local:RealLimits";

    private readonly FunctionsPlatform simulator;
    private readonly IHost? reader;

    private LocalPlatform(FunctionsPlatform simulator, IHost? reader)
    {
        this.simulator = simulator;
        this.reader = reader;
    }

    public FunctionsPlatform Simulator => simulator;

    /// <summary>The application's services; where it runs in another process, services of its own kind on the same storage, to read
    /// by.</summary>
    public IServiceProvider Services => reader?.Services ?? simulator.Services;

    public VirtualClock Clock => simulator.Clock;

    public Busy Busy => simulator.Busy;

    /// <summary>Without a slash at the end.</summary>
    public string BaseUrl => simulator.BaseUrl;

    /// <summary>The connection string that engine and application work on.</summary>
    public string? Storage => simulator.Storage;

    /// <summary>Counts storage calls and makes them fail.</summary>
    public StorageProxy? Faults => simulator.Faults;

    public string MasterKey => simulator.MasterKey;

    public DurableTaskClient Workflows => simulator.Durable;

    public LocalMailbox Mail => simulator.FrontServices.GetRequiredService<LocalMailbox>();

    /// <param name="settings">As on a command line: <c>--Local:Port=0</c> for the platform, others for the application.</param>
    /// <param name="services">Done to the application's services after its own.</param>
    /// <exception cref="PlatformException">Something that it needs cannot be had; the message says what.</exception>
    public static Task<LocalPlatform> StartAsync(IEnumerable<string> settings, Action<IServiceCollection>? services = null) =>
        StartAsync(settings, services, options => options);

    /// <inheritdoc cref="StartAsync(IEnumerable{string}, Action{IServiceCollection}?)"/>
    /// <param name="change">Done to the simulator's options in the end.</param>
    internal static async Task<LocalPlatform> StartAsync(
        IEnumerable<string> settings,
        Action<IServiceCollection>? services,
        Func<PlatformOptions, PlatformOptions> change
    )
    {
        PlatformOptions given = PlatformOptions.Read([.. settings]);
        var deadlines = new ProgrammeDeadlines();
        PlatformOptions options = given with
        {
            PeopleRoute = given.PeopleRoute ?? "/api/programme/people",
            Extensions = [new MailService(), deadlines],
            WorkerServices = all =>
            {
                // everybody comes from one address here, and a cast of programs asks faster than people do
                if (!given.Settings.ContainsKey(RealLimits))
                {
                    all.AddSingleton(new RateLimits(int.MaxValue, int.MaxValue));
                }

                all.AddSingleton<RowSalt>(new DerivedSalt(given.Seed ?? ""));
                services?.Invoke(all);
            },
        };
        FunctionsPlatform simulator = await FunctionsPlatform.StartAsync(App.Build, change(options));
        if (given is { DataFolder: null, Azurite: StorageChoice.Memory })
        {
            Arrival.CountBy(simulator.Clock);
        }

        IHost? reader =
            options.Worker == WorkerChoice.Process ? App.Build([.. settings, $"--AzureWebJobsStorage={simulator.Storage}"]) : null;
        var platform = new LocalPlatform(simulator, reader);
        deadlines.Application = platform.Services;
        await platform.Get<StorageSetUp>().ReadyAsync(); // whoever fills it by hand finds its tables
        return platform;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <inheritdoc cref="FunctionsPlatform.AdvanceToAsync"/>
    public Task AdvanceToAsync(DateTimeOffset target, CancellationToken cancellation = default) =>
        simulator.AdvanceToAsync(target, cancellation);

    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellation = default) => AdvanceToAsync(Clock.GetUtcNow() + by, cancellation);

    /// <inheritdoc cref="FunctionsPlatform.InvokeTimerAsync"/>
    public Task FireAsync(string timerFunction) => simulator.InvokeTimerAsync(timerFunction);

    public async ValueTask DisposeAsync()
    {
        await simulator.DisposeAsync();
        reader?.Dispose();
    }
}
