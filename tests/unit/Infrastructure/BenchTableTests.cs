using System.Diagnostics;
using System.Text.Json;
using ACip.Tests.Bench.All;
using Figure = ACip.Tests.Bench.Figure;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>The one command of the benchmarks: its table and its JSON, and that the quickest of its parts still tell their
/// figures.</summary>
public sealed class BenchTableTests
{
    [Fact]
    public void The_table_has_every_row_with_ratio_spread_and_goal()
    {
        Report report = Made(Mode.Long, (2, 1), (3, 1), (10, 2));

        string[] lines = report.ToTable().Split('\n');
        Assert.All(
            Rows.All,
            row => Assert.Single(lines, line => line.StartsWith($"| {row.What} | {row.Unit} | ", StringComparison.Ordinal))
        );
        Assert.Contains(
            "| one orchestration with one activity | ms | 3.00 (2.00–10.0) of 3 | its storage calls, bare | 1.00 | 3.00 (2.00–5.00) of 3 | ≤ 2 × | **no** |",
            lines
        );
        Assert.All(lines.Where(line => line.StartsWith('|')), line => Assert.Equal(9, line.Count(letter => letter == '|')));
        using JsonDocument json = JsonDocument.Parse(report.ToJson());
        Assert.Equal(
            Rows.All.Select(row => row.Id),
            json.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)
        );
        JsonElement first = json.RootElement.GetProperty("rows")[0];
        Assert.Equal(
            (3, 3.0, false),
            (
                first.GetProperty("figure").GetProperty("runs").GetInt32(),
                first.GetProperty("ratio").GetProperty("median").GetDouble(),
                first.GetProperty("reached").GetBoolean()
            )
        );
    }

    [Theory]
    [InlineData(2.0, true)]
    [InlineData(2.001, false)]
    public void A_goal_is_reached_up_to_its_limit(double value, bool reached) =>
        Assert.Equal(reached, Made(Mode.Short, (value, 1)).Rows[0].Reached);

    [Fact]
    public void What_was_not_measured_reaches_nothing()
    {
        Measured none = Measured.Of(Rows.All[0], []);
        Assert.Null(none.Value);
        Assert.Null(none.Reached);
        Assert.Contains("| – | – |", new Report(Mode.Smoke, default, default, [], [none], ["a part"]).ToTable(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_told_apart_and_every_part_is_named_once()
    {
        Assert.Equal(Rows.All.Count, Rows.All.Select(row => row.Id).Distinct().Count());
        Assert.Equal(Parts.All.Count, Parts.All.Select(part => part.Name).Distinct().Count());
    }

    /// <summary>A smoke of all parts is <c>tests/bench/run smoke</c>.</summary>
    [FactWithBench]
    public async Task The_command_runs_its_parts()
    {
        string json = Path.Combine(Path.GetTempPath(), $"acip-bench-{Environment.ProcessId}.json");
        // the one that runs this test
        string dotnet = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        var start = new ProcessStartInfo(
            dotnet,
            [FactWithBenchAttribute.Command, "smoke", "--only", "engine", "--only", "pure functions", "--json", json]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process run = Process.Start(start)!;
        Task<string> progress = run.StandardError.ReadToEndAsync();
        string table = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();

        Assert.True(run.ExitCode == 0, table + await progress);
        using JsonDocument written = JsonDocument.Parse(await File.ReadAllTextAsync(json));
        File.Delete(json);
        Assert.Equal(
            ["round-trip", "at-once-100", "idle-year", "pure-reply", "pure-chain", "pure-canonical", "pure-text"],
            written
                .RootElement.GetProperty("rows")
                .EnumerateArray()
                .Where(row => row.GetProperty("figure").ValueKind == JsonValueKind.Object)
                .Select(row => row.GetProperty("id").GetString()!)
        );
    }

    private static Report Made(Mode mode, params (double Value, double Peer)[] runs) =>
        new(
            mode,
            DateTimeOffset.UnixEpoch,
            TimeSpan.FromMinutes(1),
            ["0.10", "0.20"],
            [
                .. Rows
                    .All.Where(row => row.From <= mode)
                    .Select(row => Measured.Of(row, runs.Select(run => new Figure(row.Id, run.Value, run.Peer)))),
            ],
            []
        );
}

/// <summary>Where the benchmarks were built with the rest, as the solution does; elsewhere it is passed over, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithBenchAttribute : FactAttribute
{
    public FactWithBenchAttribute() => Skip = File.Exists(Command) ? null : $"{Command} is not built: build the solution.";

    public static string Command
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            string bin = Path.Combine(SourceTree.Root, "tests", "bench", "all", "bin");
            return Path.Combine(bin, own.Parent!.Name, own.Name, "ACip.Tests.Bench.All.dll");
        }
    }
}
