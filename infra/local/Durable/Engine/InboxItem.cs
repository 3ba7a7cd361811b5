using ACip.Local.Durable.History;

namespace ACip.Local.Durable.Engine;

/// <summary>Something that waits for the next turn.</summary>
/// <param name="Execution">Only this generation takes it; null: any.</param>
internal sealed record InboxItem(HistoryEvent Event, string? Execution = null, bool LeftThread = false)
{
    private static readonly HistoryEvent Nothing = new(HistoryKind.None);

    /// <summary>Row key, for what is stored; null for what can be had again after a crash (results, alarms).</summary>
    public string? Key => Event.Key;

    /// <summary>Nothing has happened; run the turn.</summary>
    public static InboxItem Wake(string execution) => new(Nothing, execution);

    /// <summary>The orchestrator went on outside its turn.</summary>
    public static InboxItem Left(string execution) => new(Nothing, execution, LeftThread: true);
}
