namespace ACip.Tests.Platform.Workers;

/// <summary>Waits for what another process, or another thread, does in its own time.</summary>
internal static class Until
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Timeout);
        while (!condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
