using FunctionsSimulator.Durable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsSimulator;

/// <summary>Whose storage the platform works on, where <c>AzureWebJobsStorage</c> names none.</summary>
public enum StorageChoice
{
    /// <summary>An Azurite of its own, in the data folder: everything is there again after a restart.</summary>
    Disk,

    /// <summary>An Azurite of its own, gone with the process; no data folder is used unless one is named.</summary>
    Memory,

    /// <summary>None: no durable engine, and schedules are forgotten. For tests of HTTP alone.</summary>
    Off,
}

/// <summary>Where the application runs.</summary>
public enum WorkerChoice
{
    /// <summary>In this process: quick to start, and its services can be seen.</summary>
    InProcess,

    /// <summary>In a process of its own, as on Azure: it can die while its host lives.</summary>
    Process,
}

/// <summary>Faults between application and storage, for tests and campaigns.</summary>
/// <param name="Seed">Decides which calls fail; null: none does, calls are only counted.</param>
/// <param name="OneIn">How many calls there are for each that fails.</param>
/// <param name="KillAt">The process kills itself (SIGKILL) before this storage call if the number is odd, after it if even.</param>
public sealed record FaultSettings(int? Seed, int OneIn, int? KillAt);

/// <summary>
/// What can be set of the platform. As it is made here, it suits a test: a free port, storage in memory, a clock that only the test moves.
/// <see cref="Read(string[])"/> reads it from arguments and environment (section <c>Local</c>: <c>--Local:Port=7071</c>), with what suits a
/// person.
/// </summary>
public sealed record PlatformOptions
{
    public const string Section = "Local";

    /// <summary>TCP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where keys, the clock's reading and Azurite's data live; null: nothing outlives the process.</summary>
    public string? DataFolder { get; init; }

    public StorageChoice Azurite { get; init; } = StorageChoice.Memory;

    public WorkerChoice Worker { get; init; }

    /// <summary>How many workers share the work, each with memory of its own, as when Azure scales out.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>What the clock shows at the very first start; the wall clock's time, if not given.</summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>True: time passes only when the clock is moved.</summary>
    public bool ClockStandsStill { get; init; } = true;

    /// <summary>What keys and ids of the platform derive from; drawn at random once per data folder, if not given.</summary>
    public string? Seed { get; init; }

    /// <summary>The host.json to go by; the one in the application's folder, if not given.</summary>
    public string? HostJson { get; init; }

    /// <summary>Warnings and errors only on the console.</summary>
    public bool Quiet { get; init; } = true;

    /// <summary>What goes wrong on purpose between application and storage; null: nothing.</summary>
    public FaultSettings? Faults { get; init; }

    /// <summary>Modes of the durable engine, for tests.</summary>
    public DurableOptions Durable { get; init; } = new();

    /// <summary>Null: the simulator's own engine.</summary>
    internal Func<EngineSurroundings, IPlatformEngine>? Engine { get; init; }

    /// <summary>How long running functions are waited for when the platform stops.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A route of the application that takes the master key and answers a JSON array of who can sign in (id, name, email, roles), where
    /// section <c>Local:People</c> names nobody.
    /// </summary>
    public string? PeopleRoute { get; init; }

    /// <summary>The application's settings, by name with colons; they win over the environment. Section <c>Local</c> of them is the
    /// platform's.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Stand-ins and pages that belong to the application and not to the platform.</summary>
    public IReadOnlyList<IPlatformExtension> Extensions { get; init; } = [];

    /// <summary>Done to the application's services after its own; only in this process.</summary>
    public Action<IServiceCollection>? WorkerServices { get; init; }

    /// <summary>Done to the services of the platform itself, the web server's.</summary>
    public Action<IServiceCollection>? FrontServices { get; init; }

    /// <exception cref="PlatformException">A setting cannot be read.</exception>
    public static PlatformOptions Read(params string[] arguments)
    {
        IConfigurationRoot given = new ConfigurationBuilder().AddCommandLine(arguments).Build();
        IConfiguration all = new ConfigurationBuilder().AddEnvironmentVariables().AddConfiguration(given).Build();
        return OptionsReading.Read(all) with
        {
            Settings = given
                .AsEnumerable()
                .Where(setting => setting.Value is not null)
                .ToDictionary(setting => setting.Key, setting => setting.Value!, StringComparer.OrdinalIgnoreCase),
        };
    }
}
