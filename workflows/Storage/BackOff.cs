namespace ACip.Workflows.Storage;

/// <summary>The pauses of somebody who begins again because others have written meanwhile: up to twice as long each time, and drawn by
/// chance, so that many who came together come apart.</summary>
/// <remarks>Machine time: the programme's clock may stand still.</remarks>
public sealed class BackOff
{
    private const int Shortest = 8,
        Longest = 800;

    /// <summary>A caller who waits on a page waits no longer; a workflow comes back by itself.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(12);

    private readonly long began = TimeProvider.System.GetTimestamp();
    private int pauses;

    /// <summary>Milliseconds that the pause after so many others lasts at most.</summary>
    internal static int Most(int pauses) => pauses >= 7 ? Longest : Math.Min(Longest, Shortest << pauses);

    /// <exception cref="ContentionException">It has gone on for too long.</exception>
    public async Task WaitForAsync(SemaphoreSlim turn, CancellationToken cancellation)
    {
        TimeSpan left = Enough - TimeProvider.System.GetElapsedTime(began);
        if (left <= TimeSpan.Zero || !await turn.WaitAsync(left, cancellation))
        {
            throw new ContentionException();
        }
    }

    /// <exception cref="ContentionException">It has gone on for too long.</exception>
    public async Task PauseAsync(CancellationToken cancellation)
    {
        if (TimeProvider.System.GetElapsedTime(began) > Enough)
        {
            throw new ContentionException();
        }

        await Task.Delay(Draw(), cancellation);
    }

    /// <summary>Milliseconds of the next pause.</summary>
    internal int Draw() => Random.Shared.Next(Most(pauses++) + 1);
}

/// <summary>Nothing was written: others were faster again and again. The same may succeed a moment later.</summary>
public sealed class ContentionException() : Exception("The same is being changed by many at once; nothing was written.")
{
    /// <summary>When it is worth trying again.</summary>
    public static TimeSpan TryAgainAfter { get; } = TimeSpan.FromSeconds(3);
}
