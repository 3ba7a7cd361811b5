using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ACip.Local.Host;

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

/// <summary>What can be set of the platform itself: configuration section <c>Local</c>, as arguments <c>--Local:Port=7071</c>, so that several hosts fit in one process.</summary>
public sealed record LocalSettings
{
    public const string Section = "Local";

    /// <summary>TCP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>Where keys, the clock's reading and Azurite's data live; null: nothing outlives the process.</summary>
    public string? DataFolder { get; init; }

    public StorageChoice Azurite { get; init; }

    /// <summary>What the clock shows at the very first start; the wall clock's time, if not given.</summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>True: time passes only when the clock is moved.</summary>
    public bool ClockStandsStill { get; init; }

    /// <summary>What keys and ids of the platform derive from; drawn at random once per data folder, if not given.</summary>
    public string? Seed { get; init; }

    /// <summary>Names of assemblies to look for functions in; if none, that of Program.cs and those it refers to.</summary>
    public IReadOnlyList<string> FunctionsAssemblies { get; init; } = [];

    /// <summary>The host.json to go by; the one in the application's output folder, if not given.</summary>
    public string? HostJson { get; init; }

    /// <summary>Warnings and errors only on the console.</summary>
    public bool Quiet { get; init; }

    /// <summary>What goes wrong on purpose between application and storage; null: nothing.</summary>
    public FaultSettings? Faults { get; init; }

    /// <summary>How long running functions are waited for when the platform stops.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(30);

    /// <exception cref="LocalPlatformException">A setting cannot be read.</exception>
    public static LocalSettings Read(IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection(Section);
        StorageChoice azurite = Parse(section, "Azurite", StorageChoice.Disk, value => Enum.Parse<StorageChoice>(value, ignoreCase: true));
        int port = Parse(section, "Port", 7071, value => int.Parse(value, CultureInfo.InvariantCulture));
        if (port is < 0 or > 65535)
        {
            throw new LocalPlatformException($"Setting Local:Port is {port}; a port is 0 to 65535.");
        }

        return new LocalSettings
        {
            Port = port,
            Azurite = azurite,
            DataFolder = section["DataFolder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : azurite == StorageChoice.Disk ? Path.GetFullPath(".local") : null,
            ClockStart = Parse(section, "Clock:Start", (DateTimeOffset?)null, value => DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)),
            ClockStandsStill = Parse(section, "Clock:StandsStill", false, bool.Parse),
            Seed = section["Seed"],
            FunctionsAssemblies = [.. section.GetSection("FunctionsAssemblies").GetChildren().Select(c => c.Value).OfType<string>()],
            HostJson = section["HostJson"],
            Quiet = Parse(section, "Quiet", false, bool.Parse),
            Faults = section.GetSection("Faults").Exists()
                ? new FaultSettings(
                    Parse(section, "Faults:Seed", (int?)null, value => int.Parse(value, CultureInfo.InvariantCulture)),
                    Parse(section, "Faults:OneIn", 10, value => int.Parse(value, CultureInfo.InvariantCulture)),
                    Parse(section, "Faults:KillAt", (int?)null, value => int.Parse(value, CultureInfo.InvariantCulture)))
                : null,
            ShutdownGrace = Parse(section, "ShutdownGrace", TimeSpan.FromSeconds(30), value => TimeSpan.Parse(value, CultureInfo.InvariantCulture)),
        };
    }

    private static T Parse<T>(IConfigurationSection section, string name, T otherwise, Func<string, T> parse)
    {
        string? value = section[name];
        if (string.IsNullOrEmpty(value))
        {
            return otherwise;
        }

        try
        {
            return parse(value);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            throw new LocalPlatformException($"Setting Local:{name} cannot be read: '{value}'.", e);
        }
    }
}

/// <summary>Faults between application and storage, for tests and campaigns.</summary>
/// <param name="Seed">Decides which calls fail; null: none does.</param>
/// <param name="OneIn">How many calls there are for each that fails.</param>
/// <param name="KillAt">The process kills itself (SIGKILL) before this storage call if the number is odd, after it if even.</param>
public sealed record FaultSettings(int? Seed, int OneIn, int? KillAt);
