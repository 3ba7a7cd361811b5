using System.Diagnostics;
using ACip.Local.Azurite;
using FunctionsSimulator;

namespace ACip.Tests.Bench.Pages;

/// <summary>From the start of the host until the worker, a process of its own, has answered its first request.</summary>
internal static class ColdStart
{
    public static async Task<int> RunAsync(int times)
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        string ours = Folder("..", "functions"),
            empty = Folder("bench", "empty-worker");
        // once each for what only the first start of a machine pays: files that are not in its memory yet
        await OnceAsync(empty, azurite.ConnectionString);
        await OnceAsync(ours, azurite.ConnectionString);
        for (int time = 0; time < times; time++)
        {
            double floor = await OnceAsync(empty, azurite.ConnectionString),
                own = await OnceAsync(ours, azurite.ConnectionString);
            Console.WriteLine($"cold start {own:0} ms, of an empty worker {floor:0} ms: {own / floor:0.00} times it (wanted: at most 1.5)");
            Figure.Say("cold-start", own, floor);
        }

        return 0;
    }

    /// <returns>Milliseconds.</returns>
    private static async Task<double> OnceAsync(string folder, string storage)
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
        using HttpClient http = platform.CreateClient();
        using HttpResponseMessage answer = await http.GetAsync("/");
        double took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        answer.EnsureSuccessStatusCode();
        return took;
    }

    /// <summary>As it was built with this one: bin/CONFIGURATION/net10.0 of a folder beside tests/bench.</summary>
    private static string Folder(params string[] under)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string tests = own.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.GetFullPath(Path.Combine([tests, .. under, "bin", own.Parent.Name, own.Name]));
    }
}
