using ACip.Local.Cli;
using ACip.Tests.Scenarios.Harness;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using FunctionsSimulator.Durable.Recording;

namespace ACip.Tests.Scenarios.Histories;

public sealed class RecordCommandTests
{
    [Fact]
    public async Task A_running_platform_tells_the_history_of_an_instance()
    {
        string file = Path.GetTempFileName();
        await using RunningProgramme programme = await RunningProgramme.StartAsync(administrations: 1);
        string port = new Uri(programme.Platform.BaseUrl).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(0, await RecordCommand.RunAsync(["task:plan-af-2026:af-2026-draft-r1", "--out", file, "--port", port]));

        Assert.Null(
            Replay.Difference(
                RecordedExecution.Parse(await File.ReadAllTextAsync(file)),
                typeof(TaskAsked),
                async context => await HumanTask.Run(context),
                LongWait.LongestTimer
            )
        );
        await Assert.ThrowsAsync<UsageException>(() => RecordCommand.RunAsync(["task:nobody", "--out", file, "--port", port]));
        File.Delete(file);
    }

    [Theory]
    [InlineData]
    [InlineData("--out", "x.json")]
    [InlineData("plan:af-2026")]
    [InlineData("plan:af-2026", "--out", "x.json", "--port", "1")]
    [InlineData("plan:af-2026", "--out", "x.json", "--data", "no-such-folder")]
    public async Task What_cannot_be_recorded_is_told(params string[] args) =>
        await Assert.ThrowsAsync<UsageException>(() => RecordCommand.RunAsync(args));
}
