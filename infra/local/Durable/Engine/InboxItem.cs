using ACip.Local.Durable.History;

namespace ACip.Local.Durable.Engine;

/// <summary>Something that waits for the next turn.</summary>
/// <param name="Key">Row key, for what is stored; null for what can be had again after a crash (results, alarms).</param>
/// <param name="Generation">Only this generation takes it; null: any.</param>
internal sealed record InboxItem(HistoryEvent Event, string? Key = null, int? Generation = null, bool LeftThread = false)
{
    /// <summary>Nothing has happened; run the turn.</summary>
    public static InboxItem Wake { get; } = new(new HistoryEvent(HistoryKind.None));

    /// <summary>The orchestrator went on outside its turn.</summary>
    public static InboxItem Left(int generation) => Wake with { Generation = generation, LeftThread = true };
}
