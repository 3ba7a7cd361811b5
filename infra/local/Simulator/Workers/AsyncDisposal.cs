namespace FunctionsSimulator.Workers;

/// <summary>A host's interface is disposable only; what is behind it wants to be disposed of asynchronously.</summary>
internal static class AsyncDisposal
{
    public static async ValueTask OfAsync(IDisposable what)
    {
        if (what is IAsyncDisposable later)
        {
            await later.DisposeAsync();
        }
        else
        {
            what.Dispose();
        }
    }
}
