namespace ACip.Workflows.Storage;

/// <summary>Pauses between retries after conflicts. The upper limit doubles each time and the length is random, so that callers who
/// collided spread out.</summary>
/// <remarks>Uses machine time, because the programme's clock may stand still.</remarks>
public sealed class BackOff
{
    private const int Shortest = 8,
        Longest = 800;

    /// <summary>A caller on a page gives up after this time; a workflow retries by itself.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(12);

    private readonly long began = TimeProvider.System.GetTimestamp();
    private int pauses;

    /// <summary>The longest pause in milliseconds after this many pauses.</summary>
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

    /// <summary>The length of the next pause in milliseconds.</summary>
    internal int Draw() => Random.Shared.Next(Most(pauses++) + 1);
}

/// <summary>Nothing was written, because others were faster again and again. The same call may succeed a moment later.</summary>
public sealed class ContentionException() : Exception("The same is being changed by many at once; nothing was written.")
{
    /// <summary>When it is worth trying again.</summary>
    public static TimeSpan TryAgainAfter { get; } = TimeSpan.FromSeconds(3);
}
