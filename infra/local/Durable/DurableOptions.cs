using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace ACip.Local.Durable;

public sealed class DurableOptions
{
    /// <summary>Begins the names of the engine's table and container.</summary>
    public string HubName { get; set; } = "ACip";

    /// <summary>Version of instances that are started without one; host.json's durableTask.defaultVersion.</summary>
    public string? DefaultVersion { get; set; }

    public DataConverter DataConverter { get; set; } = JsonDataConverter.Default;

    public int MaxConcurrentActivities { get; set; } = 32;

    /// <summary>Forget what is in memory after each turn and read the history again from storage.</summary>
    public bool ReplayFromScratch { get; set; }

    /// <summary>Not null: deliver twice, late and out of order, as this seed says.</summary>
    public int? HostileSeed { get; set; }

    /// <summary>Not null: keeps there the history of every generation that completes or continues as new, one of each kind.</summary>
    public HistoryFolder? Record { get; set; }
}
