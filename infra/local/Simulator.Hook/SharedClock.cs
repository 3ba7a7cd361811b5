using System.IO.MemoryMappedFiles;

namespace FunctionsSimulator.Hook;

/// <summary>
/// The host's clock, from sixteen bytes that both have mapped: whether it stands (0) or runs (1), then where it stands or by how much it
/// leads, in ticks.
/// </summary>
/// <remarks>Timers that the application sets on it go by real time: only the host knows when the clock moves.</remarks>
internal sealed class SharedClock : TimeProvider
{
    public const string Variable = "FUNCTIONS_SIMULATOR_CLOCK";

    private readonly MemoryMappedViewAccessor view;

    public SharedClock(string file)
    {
        view = MemoryMappedFile.CreateFromFile(file, FileMode.Open, null, 16).CreateViewAccessor(0, 16);
        try
        {
            File.Delete(file); // both have it mapped: nothing is left behind, however they end
        }
        catch (IOException)
        {
            // where a mapped file cannot be deleted, the host does it at the end
        }
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        long ticks = view.ReadInt64(8);
        return view.ReadInt64(0) == 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : System.GetUtcNow().AddTicks(ticks);
    }
}
