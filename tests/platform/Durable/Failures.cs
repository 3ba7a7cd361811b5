using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

public abstract class Failures(IEngineSource engines, bool wholeHistories) : EngineSpec(engines, wholeHistories)
{
    [Fact]
    public async Task A_failed_instance_tells_its_reason_in_the_output_and_has_no_failure_details()
    {
        Orchestrator("Break", context => throw new InvalidOperationException("it broke"));

        OrchestrationMetadata end = await EndAsync(await BeginAsync("Break"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Null(end.FailureDetails);
        Assert.Contains("it broke", end.SerializedOutput!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_activity_is_told_with_its_type_and_message()
    {
        Activity("Break", (string _) => Task.FromException<string>(new FormatException("bad date")));
        Orchestrator(
            "Try",
            async context =>
            {
                try
                {
                    return await context.CallActivityAsync<string>("Break", "x");
                }
                catch (TaskFailedException failed)
                {
                    return $"{failed.TaskName} #{failed.TaskId}: {failed.FailureDetails.ErrorType} {failed.FailureDetails.ErrorMessage} {failed.FailureDetails.IsCausedBy<FormatException>()}";
                }
            }
        );

        Assert.Equal("Break #0: System.FormatException bad date True", await RunAsync<string>("Try"));
    }

    [Fact]
    public async Task An_activity_that_does_not_exist_fails_its_call()
    {
        Orchestrator("Try", context => context.CallActivityAsync("NoSuchThing"));

        OrchestrationMetadata end = await EndAsync(await BeginAsync("Try"));

        Assert.Contains("'NoSuchThing'", end.SerializedOutput!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_orchestrator_that_does_not_exist_fails_the_instance()
    {
        OrchestrationMetadata end = await EndAsync(await BeginAsync("NoSuchThing"));

        Assert.Contains(
            "The function 'NoSuchThing' doesn't exist, is disabled, or is not an orchestrator function.",
            end.SerializedOutput!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_fails_the_instance()
    {
        Orchestrator("Odd", context => Task.FromResult<object?>(typeof(string)));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await EndAsync(await BeginAsync("Odd"))).RuntimeStatus);
    }

    [Fact]
    public async Task An_answer_of_another_shape_fails_its_call()
    {
        Activity("Word", (string word) => word);
        Orchestrator(
            "Try",
            async context =>
            {
                try
                {
                    return await context.CallActivityAsync<int>("Word", "seven");
                }
                catch (System.Text.Json.JsonException)
                {
                    return "not a number";
                }
            }
        );

        Assert.Equal("not a number", await RunAsync<string>("Try"));
    }

    [Fact]
    public async Task A_retry_policy_waits_longer_each_time_and_gives_up_in_the_end()
    {
        var times = new List<TimeSpan>();
        Activity(
            "Break",
            (string _) =>
            {
                times.Add(Clock.GetUtcNow() - Start);
                return Task.FromException<string>(new FormatException());
            }
        );
        var policy = new RetryPolicy(5, TimeSpan.FromMinutes(1), 3, TimeSpan.FromMinutes(10));
        Orchestrator("Try", context => context.CallActivityAsync("Break", "x", TaskOptions.FromRetryPolicy(policy)));
        string id = await BeginAsync("Try");

        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await EndAsync(id)).RuntimeStatus);
        Assert.Equal([0, 1, 4, 13, 23], times.Select(t => (int)t.TotalMinutes));
    }

    [Fact]
    public async Task A_retry_policy_stops_at_its_time_limit()
    {
        int calls = 0;
        Activity(
            "Break",
            (string _) =>
            {
                calls++;
                return Task.FromException<string>(new FormatException());
            }
        );
        var policy = new RetryPolicy(100, TimeSpan.FromMinutes(10), retryTimeout: TimeSpan.FromMinutes(25));
        Orchestrator("Try", context => context.CallActivityAsync("Break", "x", TaskOptions.FromRetryPolicy(policy)));
        string id = await BeginAsync("Try");

        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await EndAsync(id)).RuntimeStatus);
        Assert.Equal(4, calls);
    }

    [Fact]
    public async Task A_retry_policy_may_refuse_a_kind_of_failure()
    {
        int calls = 0;
        Activity(
            "Break",
            (string _) =>
            {
                calls++;
                return Task.FromException<string>(new FormatException());
            }
        );
        var policy = new RetryPolicy(100, TimeSpan.FromMinutes(10)) { HandleFailure = failure => !failure.IsCausedBy<FormatException>() };
        Orchestrator("Try", context => context.CallActivityAsync("Break", "x", TaskOptions.FromRetryPolicy(policy)));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await EndAsync(await BeginAsync("Try"))).RuntimeStatus);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_retry_handler_decides_each_time_and_may_wait_itself()
    {
        int calls = 0;
        Activity(
            "Third",
            (string _) => ++calls < 3 ? Task.FromException<string>(new FormatException("attempt " + calls)) : Task.FromResult("done")
        );
        var seen = new List<string>();
        TaskOptions options = TaskOptions.FromRetryHandler(async retry =>
        {
            seen.Add($"{retry.LastAttemptNumber} {retry.LastFailure.ErrorMessage} {retry.TotalRetryTime.TotalHours}");
            await retry.OrchestrationContext.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return true;
        });
        Orchestrator("Try", async context => await context.CallActivityAsync<string>("Third", "x", options));
        string id = await BeginAsync("Try");

        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal("done", await ResultAsync<string>(id));
        Assert.Equal(["1 attempt 1 0", "2 attempt 2 1"], seen.Distinct());
    }

    [Collection(WithAzurite.Name)]
    public sealed class In_sessions(AzuriteFixture azurite) : Failures(azurite, wholeHistories: false);

    [Trait("Category", "Campaign")]
    [Collection(WithAzurite.Name)]
    public sealed class With_whole_histories(AzuriteFixture azurite) : Failures(azurite, wholeHistories: true);
}
