using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

public abstract class Sub_orchestrations(IEngineSource engines, bool wholeHistories) : EngineSpec(engines, wholeHistories)
{
    [Fact]
    public async Task Ten_at_once_all_answer()
    {
        Orchestrator("Square", context => Task.FromResult<object?>(context.GetInput<int>() * context.GetInput<int>()));
        Orchestrator(
            "Sum",
            async context =>
                (await Task.WhenAll(Enumerable.Range(1, 10).Select(n => context.CallSubOrchestratorAsync<int>("Square", n)))).Sum()
        );

        Assert.Equal(385, await RunAsync<int>("Sum"));
    }

    [Fact]
    public async Task One_may_have_an_id_and_knows_its_parent()
    {
        Orchestrator("Child", context => Task.FromResult<object?>($"{context.InstanceId} of {context.Parent!.InstanceId}"));
        Orchestrator(
            "Parent",
            async context =>
                await context.CallSubOrchestratorAsync<string>("Child", null, new SubOrchestrationOptions { InstanceId = "child-1" })
        );

        Assert.Equal("child-1 of parent-1", await ResultAsync<string>(await BeginAsync("Parent", id: "parent-1")));
    }

    [Fact]
    public async Task A_failure_is_told_with_what_caused_it()
    {
        Activity("Break", (string _) => Task.FromException<string>(new FormatException("bad date")));
        Orchestrator("Child", context => context.CallActivityAsync("Break", "x"));
        Orchestrator(
            "Parent",
            async context =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child");
                    return "?";
                }
                catch (TaskFailedException failed)
                {
                    return $"{failed.TaskName}: {failed.FailureDetails.ErrorType}; {failed.FailureDetails.InnerFailure!.ErrorType}: {failed.FailureDetails.InnerFailure.ErrorMessage}";
                }
            }
        );

        Assert.Equal(
            "Child: Microsoft.DurableTask.TaskFailedException; System.FormatException: bad date",
            await RunAsync<string>("Parent")
        );
    }

    [Fact]
    public async Task A_failed_one_is_tried_again_under_its_id()
    {
        int calls = 0;
        Activity("Second", (string _) => ++calls < 2 ? Task.FromException<string>(new FormatException()) : Task.FromResult("done"));
        Orchestrator("Child", async context => await context.CallActivityAsync<string>("Second", "x"));
        var policy = new RetryPolicy(3, TimeSpan.FromMinutes(1));
        Orchestrator(
            "Parent",
            async context =>
                await context.CallSubOrchestratorAsync<string>(
                    "Child",
                    null,
                    new SubOrchestrationOptions(TaskOptions.FromRetryPolicy(policy), "child-2")
                )
        );
        string id = await BeginAsync("Parent");

        await PassAsync(TimeSpan.FromHours(1));

        Assert.Equal("done", await ResultAsync<string>(id));
        Assert.Equal("\"done\"", (await StandingAsync("child-2")).SerializedOutput);
    }

    [Fact]
    public async Task A_terminated_one_fails_its_parents_step_without_details()
    {
        Orchestrator("Child", context => context.WaitForExternalEvent<string>("never"));
        Orchestrator(
            "Parent",
            async context =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child", null, new SubOrchestrationOptions { InstanceId = "child-3" });
                    return "?";
                }
                catch (TaskFailedException failed)
                {
                    return $"{failed.TaskName} failed, details: {failed.FailureDetails?.ErrorMessage ?? "none"}";
                }
            }
        );
        string id = await BeginAsync("Parent");

        await Client.TerminateInstanceAsync("child-3");

        Assert.Equal("Child failed, details: none", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task An_id_that_is_running_already_fails_the_step()
    {
        Orchestrator("Child", context => context.WaitForExternalEvent<string>("never"));
        Orchestrator(
            "Parent",
            context => context.CallSubOrchestratorAsync("Child", null, new SubOrchestrationOptions { InstanceId = "taken" })
        );
        await BeginAsync("Child", id: "taken");

        string id = await BeginAsync("Parent");

        OrchestrationMetadata parent = await StandingAsync(id);
        Assert.Equal(
            Traits.WaitsForATakenId ? OrchestrationRuntimeStatus.Running : OrchestrationRuntimeStatus.Failed,
            parent.RuntimeStatus
        );
        Assert.Equal(
            !Traits.WaitsForATakenId,
            parent.SerializedOutput?.Contains("'taken' is already Running", StringComparison.Ordinal) ?? false
        );
    }

    [Fact]
    public async Task A_parent_does_not_complete_before_what_it_began_has_ended()
    {
        Orchestrator("Child", async context => await context.WaitForExternalEvent<string>("word"));
        Orchestrator(
            "Parent",
            context =>
            {
                _ = context.CallSubOrchestratorAsync("Child", null, new SubOrchestrationOptions { InstanceId = "not-awaited" });
                return Task.FromResult<object?>("gone");
            }
        );
        string id = await BeginAsync("Parent");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await StandingAsync(id)).RuntimeStatus);

        await RaiseAsync("not-awaited", "word", "hello");

        Assert.Equal("gone", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task A_parent_does_not_continue_as_new_before_what_it_began_has_ended()
    {
        Activity("Note", (string what) => what);
        Orchestrator("Child", async context => await context.WaitForExternalEvent<string>("word"));
        Orchestrator(
            "Parent",
            context =>
            {
                if (context.GetInput<int>() == 0)
                {
                    _ = context.CallActivityAsync("Note", "x");
                    _ = context.CallSubOrchestratorAsync("Child", null, new SubOrchestrationOptions { InstanceId = "kept" });
                    context.ContinueAsNew(1);
                }

                return Task.FromResult<object?>("round " + context.GetInput<int>());
            }
        );
        string id = await BeginAsync("Parent", 0);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await StandingAsync(id)).RuntimeStatus);
        await RestartEngineAsync();

        await RaiseAsync("kept", "word", "hello");

        Assert.Equal("round 1", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task A_purged_parents_successor_starts_its_sub_orchestration_anew()
    {
        int calls = 0;
        Activity("Count", (string _) => ++calls);
        Orchestrator("Child", async context => await context.CallActivityAsync<int>("Count", "x"));
        Orchestrator(
            "Parent",
            async context =>
                await context.CallSubOrchestratorAsync<int>("Child", null, new SubOrchestrationOptions { InstanceId = "child-4" })
        );
        Assert.Equal(1, await ResultAsync<int>(await BeginAsync("Parent", id: "parent-4")));

        await Client.PurgeInstanceAsync("parent-4");

        Assert.Equal(2, await ResultAsync<int>(await BeginAsync("Parent", id: "parent-4")));
    }

    [Fact]
    public async Task After_a_restart_the_parent_still_hears_its_child()
    {
        Orchestrator("Child", async context => await context.WaitForExternalEvent<string>("word"));
        Orchestrator(
            "Parent",
            async context =>
                await context.CallSubOrchestratorAsync<string>("Child", null, new SubOrchestrationOptions { InstanceId = "child-5" })
        );
        string id = await BeginAsync("Parent");

        await RestartEngineAsync();
        await RaiseAsync("child-5", "word", "heard");

        Assert.Equal("heard", await ResultAsync<string>(id));
    }

    [Collection(WithAzurite.Name)]
    public sealed class In_sessions(AzuriteFixture azurite) : Sub_orchestrations(azurite, wholeHistories: false);

    [Trait("Category", "Campaign")]
    [Collection(WithAzurite.Name)]
    public sealed class With_whole_histories(AzuriteFixture azurite) : Sub_orchestrations(azurite, wholeHistories: true);
}
