using System.Globalization;

namespace ACip.Local.Cli.Simulation;

/// <summary>A bar on standard error, where that is a terminal; a line a simulated quarter, where it is not.</summary>
internal sealed class Progress(string what, DateTimeOffset from, DateTimeOffset to) : IDisposable
{
    private const int Width = 30;

    private int shown = -1;

    public void At(DateTimeOffset now)
    {
        double part = (now - from) / (to - from);
        if (Console.IsErrorRedirected)
        {
            int quarter = (now.Year * 4) + ((now.Month - 1) / 3);
            if (quarter != shown)
            {
                shown = quarter;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {now:yyyy-MM-dd} ({part:P0})"));
            }
        }
        else
        {
            int full = (int)(part * Width);
            Console.Error.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\r{what} [{new string('#', full)}{new string('.', Width - full)}] {now:yyyy-MM-dd}"
                )
            );
        }
    }

    public void Dispose()
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.WriteLine();
        }
    }
}
