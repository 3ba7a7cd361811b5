using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Storage;

/// <summary>Announces within this process which stream was, or may have been, written to, for caches. Writes by other processes are not
/// announced.</summary>
public sealed class StreamChanges
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
