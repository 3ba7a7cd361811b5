using System.Collections.Concurrent;

namespace ACip.Local.Durable.Replay;

/// <summary>The one thread that an orchestrator may use during a turn. Whatever it awaits must come back here, or it has left its thread.</summary>
internal sealed class TurnThread(Action leftLater) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> work = new();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private volatile bool closed;

    /// <summary>Something continued on another thread, or after the turn had ended.</summary>
    public bool WasLeft { get; private set; }

    public bool IsHere => !closed && Environment.CurrentManagedThreadId == thread && Current == this;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (closed || Environment.CurrentManagedThreadId != thread)
        {
            Leave();
            return;
        }

        work.Enqueue((d, state));
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

    public void Close() => closed = true;

    public void Leave()
    {
        if (!WasLeft)
        {
            WasLeft = true;
            if (closed)
            {
                leftLater();
            }
        }
    }
}
