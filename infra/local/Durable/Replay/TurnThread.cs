namespace ACip.Local.Durable.Replay;

/// <summary>The one thread that an orchestrator may use during a turn. Whatever it awaits must come back here, or it has left its thread.</summary>
/// <param name="leftLater">Called once where something goes on after <see cref="Close"/>.</param>
internal sealed class TurnThread(Action leftLater) : SynchronizationContext
{
    private readonly Lock gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> work = new();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private bool closed;
    private bool left;

    /// <summary>False on every other thread, and after the turn has ended.</summary>
    public bool IsHere => Environment.CurrentManagedThreadId == thread && Current == this;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsHere)
        {
            work.Enqueue((d, state));
        }
        else
        {
            Leave();
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    public void Run(Action action)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
            while (work.TryDequeue(out var next))
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <returns>True if something went on elsewhere before.</returns>
    public bool Close()
    {
        lock (gate)
        {
            closed = true;
            return left;
        }
    }

    public void Leave()
    {
        bool tell;
        lock (gate)
        {
            tell = closed && !left;
            left = true;
        }

        if (tell)
        {
            leftLater();
        }
    }
}
