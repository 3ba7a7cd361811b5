namespace ACip.Local.Azurite;

/// <summary>How Azurite is to run. Ports are on 127.0.0.1; 0 takes a free one, which the system picks, so that two never collide.</summary>
public sealed record AzuriteOptions
{
    public int BlobPort { get; init; }

    public int QueuePort { get; init; }

    public int TablePort { get; init; }

    /// <summary>Nothing is kept when it ends. For tests.</summary>
    public bool InMemory { get; init; }

    /// <summary>Where data is kept; made if missing. One process at a time.</summary>
    public string DataFolder { get; init; } = ".azurite";

    /// <summary>Where Azurite is installed on first use, shared by everything on this machine; null: a folder of this user.</summary>
    public string? InstallFolder { get; init; }

    /// <summary>The node executable, if not the one on the PATH.</summary>
    public string Node { get; init; } = "node";

    /// <summary>Receives English messages about slow steps.</summary>
    public Action<string>? Progress { get; init; }
}
