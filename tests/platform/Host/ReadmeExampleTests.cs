using System.Runtime.CompilerServices;
using FunctionsSimulator;
using Microsoft.Extensions.DependencyInjection;
using SampleApp;

namespace ACip.Tests.Platform.Host;

/// <summary>The example of the simulator's README, word for word.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public async Task A_month_of_an_application()
    {
        // the example
        var options = new PlatformOptions { Settings = new Dictionary<string, string> { ["Test:Schedule"] = "0 0 12 * * *" } };
        await using FunctionsPlatform platform = await FunctionsPlatform.StartAsync<Journal>(options);
        using HttpClient http = platform.CreateClient();
        Assert.Equal("GET Ada;", await http.GetStringAsync("/api/greet/Ada"));

        string id = await platform.Durable.ScheduleNewOrchestrationInstanceAsync("Reminds", TimeSpan.FromDays(30));
        await platform.Clock.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal("reminded", (await platform.Durable.GetInstanceAsync(id, getInputsAndOutputs: true))!.ReadOutputAs<string>());
        Journal journal = platform.Services.GetRequiredService<Journal>();
        Assert.Equal(30, journal.Lines.Count(line => line.StartsWith("nightly", StringComparison.Ordinal)));
        await platform.InvokeTimerAsync("Nightly");
        Assert.Equal(31, journal.Lines.Count(line => line.StartsWith("nightly", StringComparison.Ordinal)));
        // so far
    }

    [Fact]
    public void The_readme_shows_it()
    {
        string[] source = File.ReadAllLines(ThisFile());
        string[] example =
        [
            .. source
                .SkipWhile(line => line.Trim() != "// the example")
                .Skip(1)
                .TakeWhile(line => line.Trim() != "// so far")
                .Select(line => line.Trim()),
        ];
        string[] readme =
        [
            .. File.ReadAllLines(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../infra/local/Simulator/README.md"))
                .Select(line => line.Trim()),
        ];
        int begin = Array.IndexOf(readme, "```csharp") + 1;

        Assert.Equal(example, readme[begin..(begin + example.Length)]);
        Assert.Equal("```", readme[begin + example.Length]);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
