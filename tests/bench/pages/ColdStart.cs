using System.Diagnostics;
using ACip.Local.Azurite;
using FunctionsSimulator;

namespace ACip.Tests.Bench.Pages;

/// <summary>From the start of the host until the worker, a process of its own, has answered its first request. Both workers are published
/// as for Azure, for that is what starts cold there.</summary>
internal static class ColdStart
{
    public static async Task<int> RunAsync(int times)
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        string ours = await PublishAsync("functions"),
            empty = await PublishAsync("tests", "bench", "empty-worker");
        // once each for what only the first start of a machine pays: files that are not in its memory yet
        await OnceAsync(empty, azurite.ConnectionString);
        await OnceAsync(ours, azurite.ConnectionString);
        for (int time = 0; time < times; time++)
        {
            Cold floor = await OnceAsync(empty, azurite.ConnectionString),
                own = await OnceAsync(ours, azurite.ConnectionString);
            Console.WriteLine(
                $"cold start {own.Answered:0} ms ({own.Announced:0} until {own.Functions} functions are announced), of an empty worker {floor.Answered:0} ms ({floor.Announced:0}): {own.Answered / floor.Answered:0.00} times it (wanted: at most 1.5)"
            );
            Figure.Say("cold-start", own.Answered, floor.Answered);
        }

        return 0;
    }

    private static async Task<Cold> OnceAsync(string folder, string storage)
    {
        long began = Stopwatch.GetTimestamp();
        await using FunctionsPlatform platform = await FunctionsPlatform.StartAsync(
            folder,
            new PlatformOptions
            {
                Azurite = StorageChoice.Memory,
                Worker = WorkerChoice.Process,
                ClockStandsStill = false,
                Settings = new Dictionary<string, string>
                {
                    ["AzureWebJobsStorage"] = storage,
                    ["Mail:TokenSecret"] = new string('k', 48),
                    ["Mail:PublicUrl"] = "https://acip.example",
                    ["SendGrid:ApiKey"] = "SG.none",
                },
            }
        );
        double announced = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        using HttpClient http = platform.CreateClient();
        using HttpResponseMessage answer = await http.GetAsync("/");
        double took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        answer.EnsureSuccessStatusCode();
        return new Cold(announced, took, platform.Functions.Count);
    }

    /// <param name="project">Its folder, under the repository's.</param>
    /// <returns>The folder with the program.</returns>
    private static async Task<string> PublishAsync(params string[] project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string repository = own.Parent!.Parent!.Parent!.Parent!.Parent!.Parent!.FullName,
            output = Path.Combine(own.FullName, "published", project[^1]);
        Console.WriteLine($"Publishing {string.Join('/', project)} …");
        using Process publish = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                ["publish", Path.Combine([repository, .. project]), "-c", "Release", "-o", output, "--nologo", "-v", "quiet"]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        string said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? output : throw new InvalidOperationException($"{project[^1]} could not be published: {said}");
    }

    /// <summary>Milliseconds until the worker has announced its functions, and until the first answer.</summary>
    private sealed record Cold(double Announced, double Answered, int Functions);
}
