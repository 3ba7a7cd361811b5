using FunctionsSimulator.Durable.Recording;

namespace FunctionsSimulator.Durable;

/// <summary>How the engine works.</summary>
public sealed class DurableOptions
{
    /// <summary>Begins the names of the engine's table and container.</summary>
    public string HubName { get; set; } = "TestHubName";

    /// <summary>Version of instances that are started without one; host.json's durableTask.defaultVersion.</summary>
    public string? DefaultVersion { get; set; }

    public int MaxConcurrentActivities { get; set; } = 32;

    /// <summary>Send the whole history with each turn, read again from storage, as if the worker had forgotten the instance.</summary>
    public bool WholeHistories
    {
        // an orchestrator that returns nothing has, in a session, the worker's last answer for its output
        get => field || Record is not null;
        set;
    }

    /// <summary>Not null: deliver twice, late and out of order, as this seed says.</summary>
    public int? HostileSeed { get; set; }

    /// <summary>Not null: sends whole histories, and keeps there the history of every execution that completes or continues as new, one of
    /// each kind.</summary>
    public HistoryFolder? Record { get; set; }
}
