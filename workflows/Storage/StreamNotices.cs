using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Storage;

/// <summary>Tells, within this process, which stream was just written to, or may have been: for who keeps in memory what was read.
/// What other processes write is not told.</summary>
public sealed class StreamNotices
{
    private readonly Lock adding = new();
    private volatile Action<StreamId>[] listeners = [];

    /// <param name="listener">Called by whoever commits, before the commit returns: it must be quick. For as long as the process
    /// lives.</param>
    public void Listen(Action<StreamId> listener)
    {
        lock (adding)
        {
            listeners = [.. listeners, listener];
        }
    }

    internal void Tell(StreamId stream)
    {
        foreach (Action<StreamId> listener in listeners)
        {
            listener(stream);
        }
    }
}
