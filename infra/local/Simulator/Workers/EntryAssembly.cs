using System.Reflection;

namespace FunctionsSimulator.Workers;

/// <summary>
/// The worker finds its generated code, and through it the functions, by the process's entry assembly, and only while its host is built.
/// That is set for so long and put back; the process has one, so that hosts are built one after the other.
/// </summary>
internal sealed class EntryAssembly : IDisposable
{
    private static readonly SemaphoreSlim One = new(1, 1);

    private readonly Assembly? before = Assembly.GetEntryAssembly();
    private int over;

    private EntryAssembly(Assembly application) => Assembly.SetEntryAssembly(application);

    public static async Task<EntryAssembly> TakeAsync(Assembly application, CancellationToken cancellation)
    {
        await One.WaitAsync(cancellation);
        return new EntryAssembly(application);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref over, 1) == 0)
        {
            Assembly.SetEntryAssembly(before);
            One.Release();
        }
    }
}
