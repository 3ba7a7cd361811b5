using System.Globalization;
using FunctionsSimulator.Durable;
using FunctionsSimulator.Durable.Recording;
using Microsoft.Extensions.Configuration;

namespace FunctionsSimulator;

/// <summary>Reads section <c>Local</c>.</summary>
internal static class OptionsReading
{
    public static PlatformOptions Read(IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection(PlatformOptions.Section);
        StorageChoice azurite = Parse(section, "Azurite", StorageChoice.Disk, value => Enum.Parse<StorageChoice>(value, ignoreCase: true));
        int port = Parse(section, "Port", 7071, value => int.Parse(value, CultureInfo.InvariantCulture));
        if (port is < 0 or > 65535)
        {
            throw new PlatformException($"Setting Local:Port is {port}; a port is 0 to 65535.");
        }

        int workers = Parse(section, "Workers", 1, value => int.Parse(value, CultureInfo.InvariantCulture));
        if (workers is < 1 or > 10)
        {
            throw new PlatformException($"Setting Local:Workers is {workers}; a host has 1 to 10 workers.");
        }

        return new PlatformOptions
        {
            Workers = workers,
            Port = port,
            Azurite = azurite,
            Worker = Parse(section, "Worker", WorkerChoice.InProcess, value => Enum.Parse<WorkerChoice>(value, ignoreCase: true)),
            DataFolder =
                section["DataFolder"] is { Length: > 0 } folder ? Path.GetFullPath(folder)
                : azurite == StorageChoice.Disk ? Path.GetFullPath(".local")
                : null,
            ClockStart = Parse(section, "Clock:Start", (DateTimeOffset?)null, Time),
            ClockStandsStill = Parse(section, "Clock:StandsStill", false, bool.Parse),
            Seed = section["Seed"],
            HostJson = section["HostJson"],
            Quiet = Parse(section, "Quiet", false, bool.Parse),
            Faults = section.GetSection("Faults").Exists()
                ? new FaultSettings(
                    Parse(section, "Faults:Seed", (int?)null, value => int.Parse(value, CultureInfo.InvariantCulture)),
                    Parse(section, "Faults:OneIn", 10, value => int.Parse(value, CultureInfo.InvariantCulture)),
                    Parse(section, "Faults:KillAt", (int?)null, value => int.Parse(value, CultureInfo.InvariantCulture))
                )
                : null,
            Durable = new DurableOptions
            {
                WholeHistories = Parse(section, "Durable:WholeHistories", false, bool.Parse),
                HostileSeed = Parse(section, "Durable:HostileSeed", (int?)null, value => int.Parse(value, CultureInfo.InvariantCulture)),
                Record = section["Durable:Record"] is { Length: > 0 } histories ? new HistoryFolder(Path.GetFullPath(histories)) : null,
            },
            ShutdownGrace = Parse(
                section,
                "ShutdownGrace",
                TimeSpan.FromSeconds(30),
                value => TimeSpan.Parse(value, CultureInfo.InvariantCulture)
            ),
            PeopleRoute = section["PeopleRoute"],
        };
    }

    private static DateTimeOffset? Time(string value) =>
        DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

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
            throw new PlatformException($"Setting Local:{name} cannot be read: '{value}'.", e);
        }
    }
}
