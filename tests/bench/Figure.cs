using System.Text.Json;

namespace ACip.Tests.Bench;

/// <summary>One figure of one run, as a part of the benchmarks tells it to the command that gathers them.</summary>
/// <param name="Id">As in the table of tests/bench/all.</param>
/// <param name="Peer">The floor or the peer, measured in the same run; null where there is none.</param>
internal sealed record Figure(string Id, double Value, double? Peer)
{
    private const string Asked = "ACIP_BENCH_FIGURES",
        Mark = "figure ";

    /// <summary>A line of JSON, where it was asked for; else nothing, for whoever runs the part alone reads its own words.</summary>
    public static void Say(string id, double value, double? peer = null)
    {
        if (Environment.GetEnvironmentVariable(Asked) is not null)
        {
            Console.WriteLine(Mark + JsonSerializer.Serialize(new Figure(id, value, peer)));
        }
    }

    /// <summary>What a process and its children see, so that they tell.</summary>
    public static void AskFor(IDictionary<string, string?> environment) => environment[Asked] = "1";

    /// <returns>Null where the line is not one of a figure.</returns>
    public static Figure? Read(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal) ? JsonSerializer.Deserialize<Figure>(line.AsSpan(Mark.Length)) : null;
}
