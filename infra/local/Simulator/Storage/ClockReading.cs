using System.Globalization;
using ACip.Local.Clock;

namespace FunctionsSimulator.Storage;

/// <summary>Remembers what the clock showed, so that time does not run backward over a restart.</summary>
/// <remarks>
/// A clock that runs also goes on while the platform is off, as the wall clock does. Between two readings (one at each timer run, each
/// move and at the end) a killed process forgets at most what the clock was moved since the last one.
/// </remarks>
internal sealed class ClockReading(DataFolder folder)
{
    private const string File = "clock";
    private readonly Lock gate = new();

    /// <summary>Where a clock must begin that continues the last one; null at the very first start.</summary>
    public DateTimeOffset? Resume(bool standsStill)
    {
        string[]? lines = folder.Read(File)?.Split('\n', StringSplitOptions.TrimEntries);
        if (lines is not [var reading, var ahead, ..])
        {
            return null;
        }

        DateTimeOffset last = DateTimeOffset.Parse(reading, CultureInfo.InvariantCulture);
        DateTimeOffset wouldBe = TimeProvider.System.GetUtcNow() + TimeSpan.Parse(ahead, CultureInfo.InvariantCulture);
        return !standsStill && wouldBe > last ? wouldBe : last;
    }

    public void Save(VirtualClock clock)
    {
        DateTimeOffset now = clock.GetUtcNow();
        TimeSpan ahead = now - TimeProvider.System.GetUtcNow();
        lock (gate)
        {
            folder.Write(File, string.Create(CultureInfo.InvariantCulture, $"{now:O}\n{ahead:c}\n"));
        }
    }
}
