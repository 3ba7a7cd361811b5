using ACip.Local.Clock;
using ACip.Local.Durable;
using ACip.Local.Faults;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Tests.Platform.Durable;

/// <summary>One small story, killed before and after each of its storage calls and taken up by another engine: it always ends alike.</summary>
[Collection(WithAzurite.Name)]
public sealed class Crashes(AzuriteFixture azurite)
{
    private const string Id = "story";

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(CallMoment.Before)]
    [InlineData(CallMoment.After)]
    public async Task Killed_at_any_storage_call_nothing_is_lost_and_nothing_decided_twice(CallMoment moment)
    {
        (string undisturbed, int calls) = await TellAsync(null, moment);
        Assert.Equal("ab child:x word:hello round:2; loose left-alone:child:y", undisturbed);

        for (int number = 1; number <= calls; number++)
        {
            (string result, _) = await TellAsync(number, moment);
            Assert.True(undisturbed == result, $"Killed {moment} call {number} of {calls}: {result}");
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Storage_that_fails_on_every_fourth_call_delays_and_changes_nothing(int seed)
    {
        await using StorageProxy proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        proxy.Plan = new FaultPlan(seed, 4, TimeSpan.FromMilliseconds(5));
        await using var stage = new Stage("F" + Guid.NewGuid().ToString("N"));
        await PatientlyAsync(() => stage.OpenAsync(proxy.ConnectionString));

        await PatientlyAsync(stage.BeginAsync);
        await PatientlyAsync(stage.SayAsync);
        await stage.Clock.AdvanceAsync(TimeSpan.FromDays(2)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal("ab child:x word:hello round:2; loose left-alone:child:y", await stage.EndAsync());
    }

    private static async Task PatientlyAsync(Func<Task> step)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception) when (attempt < 30)
            {
                // what a caller of the application does: once more
            }
        }
    }

    private async Task<(string Result, int Calls)> TellAsync(int? killAt, CallMoment moment)
    {
        await using StorageProxy proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        proxy.Watch = (call, now) =>
        {
            if (call.Number == killAt && now == moment)
            {
                proxy.Sever();
            }

            return Task.CompletedTask;
        };
        await using var stage = new Stage("K" + Guid.NewGuid().ToString("N"));
        Func<Task>[] steps = [() => stage.OpenAsync(proxy.ConnectionString), stage.BeginAsync, stage.SayAsync, () => stage.Clock.AdvanceAsync(TimeSpan.FromDays(2))];
        foreach (Func<Task> step in steps)
        {
            Task done = DoneAsync(step, stage);
            if (await Task.WhenAny(done, proxy.Severed).WaitAsync(TimeSpan.FromSeconds(60)) == done && done.IsCompletedSuccessfully)
            {
                continue;
            }

            Assert.NotNull(killAt);
            await stage.AbandonAsync();
            await stage.OpenAsync(azurite.ConnectionString);
            await DoneAsync(stage.BeginAsync, stage);
            await DoneAsync(stage.SayAsync, stage);
            await stage.Clock.AdvanceAsync(TimeSpan.FromDays(4)).WaitAsync(TimeSpan.FromSeconds(60));
            break;
        }

        return (await stage.EndAsync().WaitAsync(TimeSpan.FromSeconds(60)), proxy.Calls);
    }

    private static async Task DoneAsync(Func<Task> step, Stage stage)
    {
        await step();
        await stage.Busy.QuietAsync();
    }

    /// <summary>One hub, and the engines that serve it one after another.</summary>
    private sealed class Stage : IAsyncDisposable
    {
        private readonly string hub;
        private readonly DurableFunctions functions = new();
        private readonly HashSet<string> notes = [];
        private DurableEngine? engine;
        private bool said;

        public Stage(string hub)
        {
            this.hub = hub;
            Clock = new VirtualClock(Busy, Start, standsStill: true);
            functions.Activities["Letter"] = (input, _, _) => Task.FromResult<object?>(input!.Trim('"'));
            functions.Activities["Note"] = (input, _, _) =>
            {
                lock (notes)
                {
                    notes.Add(input!.Trim('"'));
                }

                return Task.FromResult<object?>(null);
            };
            functions.Orchestrators["Child"] = async context => "child:" + await context.CallActivityAsync<string>("Letter", context.GetInput<string>());
            functions.Orchestrators["Story"] = RunStory;
        }

        public Busy Busy { get; } = new();

        public VirtualClock Clock { get; }

        public async Task OpenAsync(string connection)
        {
            var tables = new TableClientOptions { Retry = { MaxRetries = 0 } };
            var blobs = new BlobClientOptions { Retry = { MaxRetries = 0 } };
            engine = new DurableEngine(new DurableOptions { HubName = hub }, functions, new TableServiceClient(connection, tables), new BlobServiceClient(connection, blobs), Clock, Busy, NullLoggerFactory.Instance);
            await engine.StartAsync(CancellationToken.None);
        }

        public Task AbandonAsync() => engine!.StopAsync(new CancellationToken(canceled: true));

        public async Task BeginAsync()
        {
            if (await engine!.Client.GetInstanceAsync(Id) is null)
            {
                await engine.Client.ScheduleNewOrchestrationInstanceAsync("Story", (1, ""), new StartOrchestrationOptions(Id));
            }
        }

        public async Task SayAsync()
        {
            if (!said)
            {
                await engine!.Client.RaiseEventAsync(Id, "word", "hello");
                said = true;
            }
        }

        public async Task<string> EndAsync()
        {
            OrchestrationMetadata end = await engine!.Client.WaitForInstanceCompletionAsync(Id, getInputsAndOutputs: true);
            OrchestrationMetadata alone = await engine.Client.WaitForInstanceCompletionAsync("left-alone", getInputsAndOutputs: true);
            await Busy.QuietAsync();
            string output = end.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? end.ReadOutputAs<string>()! : end.SerializedOutput!;
            lock (notes)
            {
                return $"{output}; {string.Join(',', notes)} left-alone:{alone.ReadOutputAs<string>()}";
            }
        }

        public async ValueTask DisposeAsync()
        {
            await AbandonAsync();
            Clock.Dispose();
        }

        private static async Task<object?> RunStory(TaskOrchestrationContext context)
        {
            (int round, string told) = context.GetInput<(int, string)>();
            if (round == 1)
            {
                string[] letters = await Task.WhenAll(context.CallActivityAsync<string>("Letter", "a"), context.CallActivityAsync<string>("Letter", "b"));
                told = string.Concat(letters) + " " + await context.CallSubOrchestratorAsync<string>("Child", "x");
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                context.ContinueAsNew((2, told));
                return null;
            }

            told += " word:" + await context.WaitForExternalEvent<string>("word");
            _ = context.CallActivityAsync("Note", "loose");
            _ = context.CallSubOrchestratorAsync("Child", "y", new SubOrchestrationOptions { InstanceId = "left-alone" });
            return $"{told} round:{round}";
        }
    }
}
