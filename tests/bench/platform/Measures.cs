using System.Diagnostics;

namespace ACip.Tests.Bench.Platform;

internal static class Median
{
    /// <returns>Milliseconds; the first tenth is for warming up.</returns>
    public static async Task<double> OfAsync(int times, Func<Task> act)
    {
        var took = new List<double>();
        for (int i = 0; i < times; i++)
        {
            long began = Stopwatch.GetTimestamp();
            await act();
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return took.Skip(times / 10).Order().ElementAt((times - (times / 10)) / 2);
    }
}

internal static class Throughput
{
    /// <returns>Times a second.</returns>
    public static async Task<double> BestOfAsync(int rounds, int atOnce, Func<Task> act)
    {
        double best = 0;
        for (int round = 0; round < rounds; round++)
        {
            long began = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(act)));
            best = Math.Max(best, atOnce / Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        return best;
    }
}
