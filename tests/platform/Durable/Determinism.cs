using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

public abstract class Determinism(AzuriteFixture azurite, bool wholeHistories) : EngineSpec(azurite, wholeHistories)
{
    [Fact]
    public async Task Code_that_does_not_match_its_history_fails_and_names_the_step()
    {
        Activity("Old", (string word) => word);
        Activity("New", (string word) => word);
        string name = "Old";
        Orchestrator("Changed", async context =>
        {
            await context.CallActivityAsync("Old", "x");
            await context.CallActivityAsync(name, "y");
            await context.WaitForExternalEvent<string>("word");
        });
        string id = await BeginAsync("Changed");

        name = "New";
        await RaiseAsync(id, "word");

        OrchestrationMetadata end = await EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Orchestrator 'Changed' does not match its history in turn 2: step #1 is activity 'Old' in the history, the code asks for activity 'New'", end.SerializedOutput!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_is_missing_or_new_is_named_too()
    {
        int steps = 2;
        Activity("Step", (int n) => n);
        Orchestrator("Changed", async context =>
        {
            await Task.WhenAll(Enumerable.Range(0, steps).Select(n => context.CallActivityAsync<int>("Step", n)));
            await context.WaitForExternalEvent<string>("word");
        });
        string shorter = await BeginAsync("Changed");
        string longer = await BeginAsync("Changed");

        steps = 1;
        await RaiseAsync(shorter, "word");
        steps = 3;
        await RaiseAsync(longer, "word");

        Assert.Contains("step #1 is activity 'Step' in the history, the code asks for nothing", (await EndAsync(shorter)).SerializedOutput!, StringComparison.Ordinal);
        Assert.Contains("step #2 is nothing in the history, the code asks for activity 'Step'", (await EndAsync(longer)).SerializedOutput!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_code_is_caught_at_the_start_of_the_engine()
    {
        Orchestrator("Changed", async context => await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None));
        string id = await BeginAsync("Changed");
        Orchestrator("Changed", context => context.WaitForExternalEvent<string>("word"));

        await RestartEngineAsync();

        Assert.Contains("step #0 is timer in the history, the code asks for nothing", (await EndAsync(id)).SerializedOutput!, StringComparison.Ordinal);
    }

    public static TheoryData<string> WaysToLeave =>
    [
        "CancelAsync", "Task.Run", "Task.Delay", "ConfigureAwait(false)", "input and output", "never completed",
        "Task.Delay beside a timer", "ConfigureAwait(false) at the end", "a timed token",
    ];

    [Theory]
    [MemberData(nameof(WaysToLeave))]
    public async Task Leaving_the_thread_fails_the_instance_and_is_named(string way)
    {
        Activity("Step", (int n) => n);
        Orchestrator("Leave", async context =>
        {
            switch (way)
            {
                case "CancelAsync":
                    using (var stop = new CancellationTokenSource())
                    {
                        Task alarm = context.CreateTimer(TimeSpan.FromDays(1), stop.Token);
                        await stop.CancelAsync();
                        await context.WaitForExternalEvent<string>("never");
                    }

                    break;
                case "Task.Run":
                    await Task.Run(() => 1);
                    await context.CallActivityAsync<int>("Step", 1);
                    break;
                case "Task.Delay":
                    await Task.Delay(5);
                    await context.CallActivityAsync<int>("Step", 1);
                    break;
                case "ConfigureAwait(false)":
                    await context.CallActivityAsync<int>("Step", 1).ConfigureAwait(false);
                    await context.CallActivityAsync<int>("Step", 2);
                    break;
                case "ConfigureAwait(false) at the end":
                    await context.CallActivityAsync<int>("Step", 1).ConfigureAwait(false);
                    break;
                case "input and output":
                    await File.ReadAllTextAsync(typeof(Determinism).Assembly.Location[..^3] + "runtimeconfig.json");
                    await context.CallActivityAsync<int>("Step", 1);
                    break;
                case "never completed":
                    await new TaskCompletionSource().Task;
                    break;
                case "Task.Delay beside a timer":
                    await Task.WhenAny(context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None), Task.Delay(5));
                    break;
                case "a timed token":
                    using (var stop = new CancellationTokenSource(5))
                    {
                        await context.CreateTimer(TimeSpan.FromDays(1), stop.Token);
                    }

                    break;
            }
        });

        OrchestrationMetadata end = await EndAsync(await BeginAsync("Leave"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Orchestrator 'Leave' left its thread", end.SerializedOutput!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Task_Yield_and_completed_tasks_are_harmless()
    {
        Activity("Step", (int n) => n);
        Orchestrator("Yield", async context =>
        {
            await Task.Yield();
            int n = await context.CallActivityAsync<int>("Step", 1);
            await Task.Yield();
            await Task.CompletedTask.ConfigureAwait(false);
            return n + await context.CallActivityAsync<int>("Step", 2);
        });

        Assert.Equal(3, await RunAsync<int>("Yield"));
    }

    [Fact]
    public async Task A_replay_safe_logger_and_IsReplaying_speak_once_a_step()
    {
        var live = new List<int>();
        Activity("Step", (int n) => n);
        Orchestrator("Log", async context =>
        {
            for (int n = 0; n < 3; n++)
            {
                if (!context.IsReplaying)
                {
                    live.Add(n);
                }

                await context.CallActivityAsync<int>("Step", n);
            }
        });

        await RunAsync<object>("Log");

        Assert.Equal([0, 1, 2], live);
    }

    [Collection(WithAzurite.Name)]
    public sealed class In_sessions(AzuriteFixture azurite) : Determinism(azurite, wholeHistories: false);

    [Collection(WithAzurite.Name)]
    public sealed class With_whole_histories(AzuriteFixture azurite) : Determinism(azurite, wholeHistories: true);
}
