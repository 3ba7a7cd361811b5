using System.Globalization;

namespace ACip.Tests.Scenarios.House;

/// <summary>A year that meets crashes and faults must end as one that was left alone. ACIP_KILLS and ACIP_FAULT_SEEDS make a campaign of it (see ./campaign).</summary>
// minutes to hours: run by ./campaign, not by every ./test
[Trait("Category", "Campaign")]
public sealed class DisturbedYearTests(UndisturbedYear undisturbed) : IClassFixture<UndisturbedYear>, IDisposable
{
    /// <summary>Between one kill and the next: few enough that a start is caught too, enough that each life gets somewhere.</summary>
    private const int ShortestLife = 15, LongestLife = 130;

    private readonly string folder = Directory.CreateTempSubdirectory("acip-disturbed-").FullName;

    [Fact]
    public async Task Killed_before_or_after_any_storage_call_it_ends_as_if_it_had_been_left_alone()
    {
        int wanted = Setting("ACIP_KILLS", 6);
        int kills = 0;
        for (int year = 1; kills < wanted; year++)
        {
            var chance = new Random(year);
            string data = At($"killed-{year}"), output = At($"killed-{year}-out");
            while (true)
            {
                using var run = new SimulationProcess(data, output, kills < wanted ? [$"--Local:Faults:KillAt={chance.Next(ShortestLife, LongestLife)}"] : []);
                int exit = await run.EndAsync();
                if (exit == SimulationProcess.Killed)
                {
                    kills++;
                    continue;
                }

                Assert.True(exit == 0, run.Printed);
                break;
            }

            Same(undisturbed.Outcome, YearOutcome.Read(data, output));
        }
    }

    [Fact]
    public async Task Duplicates_delays_and_failing_storage_change_nothing()
    {
        for (int seed = 1; seed <= Setting("ACIP_FAULT_SEEDS", 2); seed++)
        {
            string data = At($"hostile-{seed}"), output = At($"hostile-{seed}-out");
            using var run = new SimulationProcess(data, output, $"--Local:Faults:Seed={seed}", "--Local:Faults:OneIn=25", $"--Local:Durable:HostileSeed={seed}");
            Assert.True(await run.EndAsync() == 0, run.Printed);
            Same(undisturbed.Outcome, YearOutcome.Read(data, output));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Same(YearOutcome expected, YearOutcome actual)
    {
        Assert.Equal(expected.Figures, actual.Figures);
        Assert.Equal(expected.Mails, actual.Mails);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;

    private string At(string name) => Path.Combine(folder, name);
}

/// <summary>The year that nothing happened to.</summary>
public sealed class UndisturbedYear : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("acip-undisturbed-").FullName;

    internal YearOutcome Outcome { get; private set; } = new([], []);

    public async Task InitializeAsync()
    {
        using var run = new SimulationProcess(Path.Combine(folder, "data"), Path.Combine(folder, "out"));
        Assert.True(await run.EndAsync() == 0, run.Printed);
        Outcome = YearOutcome.Read(Path.Combine(folder, "data"), Path.Combine(folder, "out"));
        Assert.NotEmpty(Outcome.Figures);
        Assert.NotEmpty(Outcome.Mails);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}
