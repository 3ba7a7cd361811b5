using System.IO.Pipes;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

public abstract class Determinism(IEngineSource engines, bool wholeHistories) : EngineSpec(engines, wholeHistories)
{
    [Fact]
    public async Task Another_step_than_in_the_history_fails_the_instance()
    {
        Activity("Old", (string word) => word);
        Activity("New", (string word) => word);
        string name = "Old";
        Orchestrator(
            "Changed",
            async context =>
            {
                await context.CallActivityAsync("Old", "x");
                await context.CallActivityAsync(name, "y");
                await context.WaitForExternalEvent<string>("word");
            }
        );
        string id = await BeginAsync("Changed");

        name = "New";
        await RestartEngineAsync();
        await RaiseAsync(id, "word");

        await FailedAsync(id, "NonDeterministicOrchestrationException");
    }

    [Fact]
    public async Task A_step_that_is_missing_fails_the_instance()
    {
        int steps = 2;
        Activity("Step", (int n) => n);
        Orchestrator(
            "Changed",
            async context =>
            {
                await Task.WhenAll(Enumerable.Range(0, steps).Select(n => context.CallActivityAsync<int>("Step", n)));
                await context.WaitForExternalEvent<string>("word");
            }
        );
        string shorter = await BeginAsync("Changed");

        steps = 1;
        await RestartEngineAsync();
        await RaiseAsync(shorter, "word");

        await FailedAsync(shorter, "NonDeterministicOrchestrationException");
    }

    [Fact]
    public async Task What_a_turn_that_failed_so_asked_for_is_done_all_the_same()
    {
        bool changed = false;
        int done = 0;
        Activity("Old", (string word) => word);
        Activity("Count", (string _) => ++done);
        Orchestrator(
            "Changed",
            async context =>
            {
                await context.CallActivityAsync(changed ? "Count" : "Old", "x");
                await context.WaitForExternalEvent<string>("word");
                await context.CallActivityAsync("Count", "y");
            }
        );
        string id = await BeginAsync("Changed");

        changed = true;
        await RestartEngineAsync();
        await RaiseAsync(id, "word");

        await FailedAsync(id, "NonDeterministicOrchestrationException");
        await QuietAsync();
        Assert.Equal(1, done);
    }

    [Theory]
    [InlineData("Task.Run")]
    [InlineData("Task.Delay")]
    [InlineData("input and output")]
    [InlineData("never completed")]
    public async Task Leaving_the_thread_fails_the_instance_in_the_SDKs_words(string way)
    {
        Activity("Step", (int n) => n);
        Orchestrator(
            "Leave",
            async context =>
            {
                switch (way)
                {
                    case "Task.Run":
                        // Long enough not to be done before it is awaited: then nothing would leave the thread.
                        await Task.Run(() => Thread.Sleep(50));
                        break;
                    case "Task.Delay":
                        await Task.Delay(5);
                        break;
                    case "input and output":
                        await ReadLateAsync();
                        break;
                    default:
                        await new TaskCompletionSource().Task;
                        break;
                }

                await context.CallActivityAsync<int>("Step", 1);
            }
        );

        await FailedAsync(await BeginAsync("Leave"), "An invalid asynchronous invocation was detected");
    }

    [Fact]
    public async Task Task_Yield_and_completed_tasks_are_harmless()
    {
        Activity("Step", (int n) => n);
        Orchestrator(
            "Yield",
            async context =>
            {
                await Task.Yield();
                int n = await context.CallActivityAsync<int>("Step", 1);
                await Task.Yield();
                await Task.CompletedTask.ConfigureAwait(false);
                return n + await context.CallActivityAsync<int>("Step", 2);
            }
        );

        Assert.Equal(3, await RunAsync<int>("Yield"));
    }

    [Fact]
    public async Task A_replay_safe_logger_and_IsReplaying_speak_once_a_step()
    {
        var live = new List<int>();
        Activity("Step", (int n) => n);
        Orchestrator(
            "Log",
            async context =>
            {
                for (int n = 0; n < 3; n++)
                {
                    if (!context.IsReplaying)
                    {
                        live.Add(n);
                    }

                    await context.CallActivityAsync<int>("Step", n);
                }
            }
        );

        await RunAsync<object>("Log");

        Assert.Equal([0, 1, 2], live);
    }

    /// <summary>A file may have been read before it is awaited, and then nothing leaves the thread.</summary>
    private static async Task ReadLateAsync()
    {
        await using var writer = new AnonymousPipeServerStream(PipeDirection.Out);
        await using var reader = new AnonymousPipeClientStream(PipeDirection.In, writer.ClientSafePipeHandle);
        Task written = Task.Run(() =>
        {
            Thread.Sleep(50);
            writer.WriteByte(1);
        });
        await reader.ReadExactlyAsync(new byte[1]);
        await written;
    }

    private async Task FailedAsync(string id, string because)
    {
        OrchestrationMetadata end = await EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains(because, end.SerializedOutput!, StringComparison.Ordinal);
    }

    [Collection(WithAzurite.Name)]
    public sealed class In_sessions(AzuriteFixture azurite) : Determinism(azurite, wholeHistories: false);

    [Collection(WithAzurite.Name)]
    public sealed class With_whole_histories(AzuriteFixture azurite) : Determinism(azurite, wholeHistories: true);
}
