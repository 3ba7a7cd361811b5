using System.IO.MemoryMappedFiles;
using ACip.Local.Clock;

namespace FunctionsSimulator.Workers;

/// <summary>Shows the platform's clock to a worker that is another process, in sixteen bytes that both have mapped; see SharedClock of the
/// hook.</summary>
internal sealed class ChildClock : IDisposable
{
    private readonly VirtualClock clock;
    private readonly MemoryMappedFile mapped;
    private readonly MemoryMappedViewAccessor view;

    public ChildClock(VirtualClock clock)
    {
        this.clock = clock;
        File = Path.GetTempFileName();
        System.IO.File.WriteAllBytes(File, new byte[16]);
        mapped = MemoryMappedFile.CreateFromFile(File, FileMode.Open, null, 16);
        view = mapped.CreateViewAccessor(0, 16);
        view.Write(0, clock.StandsStill ? 0L : 1L);
        clock.Moved += Show;
        Show();
    }

    public string File { get; }

    public void Dispose()
    {
        clock.Moved -= Show;
        view.Dispose();
        mapped.Dispose();
        System.IO.File.Delete(File);
    }

    private void Show() => view.Write(8, clock.StandsStill ? clock.GetUtcNow().Ticks : clock.Lead.Ticks);
}
