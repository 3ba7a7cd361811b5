namespace ACip.Local.Clock;

/// <summary>Counts the work under way on the platform, so that moving the clock can wait until it is quiet.</summary>
/// <remarks>Whoever hands work on takes the next token before letting go of its own: the count then never reaches zero half way.</remarks>
public sealed class Busy
{
    private readonly Lock gate = new();
    private int underWay;
    private TaskCompletionSource? quiet;

    public int UnderWay => Volatile.Read(ref underWay);

    /// <summary>Dispose the result when the work has ended; a second dispose does nothing.</summary>
    public IDisposable Begin()
    {
        lock (gate)
        {
            underWay++;
        }

        return new Token(this);
    }

    public Task QuietAsync(CancellationToken cancellation = default)
    {
        lock (gate)
        {
            if (underWay == 0)
            {
                return Task.CompletedTask;
            }

            quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return quiet.Task.WaitAsync(cancellation);
        }
    }

    private void End()
    {
        TaskCompletionSource? reached = null;
        lock (gate)
        {
            if (--underWay == 0)
            {
                (reached, quiet) = (quiet, null);
            }
        }

        reached?.SetResult();
    }

    private sealed class Token(Busy owner) : IDisposable
    {
        private Busy? owner = owner;

        public void Dispose() => Interlocked.Exchange(ref owner, null)?.End();
    }
}
