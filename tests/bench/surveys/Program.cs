using System.Diagnostics;
using System.Globalization;
using ACip.Tests.Bench;
using ACip.Tests.Bench.Surveys;

// One million answers: taken in and scored by our own code, part by part as the workflow does, beside DuckDB doing the same sums from the
// same file; each
// in a process of its own, so that its peak of memory is its own. `dotnet run -c Release -- ROWS`
int rows =
    args.Length > 0 && args[0] is not ("own" or "duckdb" or "sep" or "sylvan")
        ? int.Parse(args[0], CultureInfo.InvariantCulture)
        : 1_000_000;
if (args is [("own" or "duckdb" or "sep" or "sylvan") and var child, var file])
{
    long began = Stopwatch.GetTimestamp();
    string said = child switch
    {
        "own" => OwnScoring.Run(file),
        "duckdb" => DuckDbScoring.Run(file),
        "sep" => Readers.Sep(file),
        _ => Readers.Sylvan(file),
    };
    double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.000};{PeakMiB():0};{said}"));
    return 0;
}

string path = Path.Combine(Path.GetTempPath(), $"acip-survey-{rows}.csv");
AnswersFile.Write(path, rows);
Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{rows} answers, {new FileInfo(path).Length / 1048576.0:0} MiB, {Environment.ProcessorCount} cores; best of 3, time within the process, its peak of resident memory"
    )
);
string? ownScores = null,
    duckScores = null;
double own = double.MaxValue,
    duck = double.MaxValue;
var runsOf = new Dictionary<string, double[]>();
foreach (string side in new[] { "sep", "sylvan", "own", "duckdb" })
{
    (double Seconds, double MiB, string Said)[] runs = [.. Enumerable.Range(0, 3).Select(_ => Child(side, path))];
    double best = runs.Min(run => run.Seconds);
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{side, -8} {best, 7:0.000} s  {rows / best / 1e6, 6:0.00} million rows/s  {runs.Max(run => run.MiB), 5:0} MiB"
        )
    );
    runsOf[side] = [.. runs.Select(run => run.Seconds)];
    (own, ownScores) = side == "own" ? (best, runs[0].Said) : (own, ownScores);
    (duck, duckScores) = side == "duckdb" ? (best, runs[0].Said) : (duck, duckScores);
}

Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"own / DuckDB: {own / duck:0.00}; scores {(Scores.Agree(ownScores!, duckScores!) ? "agree to 1e-9" : "DIFFER")}"
    )
);
foreach ((double ours, double ducks) in runsOf["own"].Zip(runsOf["duckdb"]))
{
    Figure.Say("survey-rows", rows / ours / 1e6, rows / ducks / 1e6);
}

File.Delete(path);
return Scores.Agree(ownScores!, duckScores!) ? 0 : 1;

static (double, double, string) Child(string side, string path)
{
    using var child = Process.Start(
        new ProcessStartInfo("dotnet", [typeof(OwnScoring).Assembly.Location, side, path]) { RedirectStandardOutput = true }
    )!;
    string[] said = child.StandardOutput.ReadToEnd().Trim().Split(';', 3);
    child.WaitForExit();
    return (double.Parse(said[0], CultureInfo.InvariantCulture), double.Parse(said[1], CultureInfo.InvariantCulture), said[2]);
}

// VmHWM: what the kernel saw, native memory too
static double PeakMiB() =>
    double.Parse(
        File.ReadLines("/proc/self/status")
            .First(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
            .Split(':')[1]
            .Replace("kB", "", StringComparison.Ordinal)
            .Trim(),
        CultureInfo.InvariantCulture
    ) / 1024;
