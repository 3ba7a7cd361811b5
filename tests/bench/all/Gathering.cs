using System.Diagnostics;

namespace ACip.Tests.Bench.All;

/// <summary>Runs the parts one after the other, each time as a process of its own, and keeps what they tell.</summary>
internal sealed class Gathering(Mode mode, Action<string> say)
{
    private readonly List<Figure> figures = [];
    private readonly List<string> failed = [];

    /// <param name="only">Names of parts; none: all of them.</param>
    public async Task<Report> RunAsync(IReadOnlyList<string> only)
    {
        DateTimeOffset began = TimeProvider.System.GetUtcNow();
        string before = Load();
        foreach (Part part in Parts.All.Where(one => only.Count == 0 || only.Contains(one.Name)))
        {
            if (part.In(mode) is not { } arguments)
            {
                continue;
            }

            for (int time = 1; time <= part.TimesIn(mode); time++)
            {
                await RunAsync(part, arguments, time);
            }
        }

        return new Report(
            mode,
            began,
            TimeProvider.System.GetUtcNow() - began,
            [before, Load()],
            [.. Rows.All.Where(row => row.From <= mode).Select(row => Measured.Of(row, figures))],
            failed
        );
    }

    private async Task RunAsync(Part part, string[] arguments, int time)
    {
        long began = Stopwatch.GetTimestamp();
        using Process run = Start(part, arguments);
        Task<string> errors = run.StandardError.ReadToEndAsync();
        var said = new List<string>();
        int told = 0;
        while (await run.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Figure.Read(line) is { } figure)
            {
                figures.Add(figure);
                told++;
            }
            else
            {
                said.Add(line);
            }
        }

        await run.WaitForExitAsync();
        say($"{part.Name}, run {time} of {part.TimesIn(mode)}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {told} figures");
        // a part ends with 1 where a goal was missed: the table says so. One that broke off has failed, whatever it had told before.
        if (told == 0 || run.ExitCode is not (0 or 1))
        {
            failed.Add($"{part.Name}, run {time}, ended with {run.ExitCode}: {string.Join(" / ", said.TakeLast(5))} {await errors}".Trim());
        }
    }

    private static Process Start(Part part, string[] arguments)
    {
        var start = new ProcessStartInfo(Executable(part.Program), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Figure.AskFor(start.Environment);
        return Process.Start(start)!;
    }

    /// <summary>As it was built with this one: tests/FOLDER/bin/CONFIGURATION/net10.0.</summary>
    private static string Executable((string Folder, string Assembly) program)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string tests = own.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        string file = Path.Combine(tests, program.Folder, "bin", own.Parent.Name, own.Name, program.Assembly);
        return OperatingSystem.IsWindows() ? file + ".exe" : file;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
