using ACip.Local.Clock;
using FunctionsSimulator.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

/// <summary>One hub, and the engines that serve it one after another.</summary>
internal sealed class EngineFixture : IAsyncDisposable
{
    private const string Id = "story";

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly HashSet<string> notes = [];
    private readonly EngineAtWork engine;
    private bool said;

    public EngineFixture(string hub)
    {
        Clock = new VirtualClock(Busy, Start, standsStill: true);
        engine = EngineAtWork.Create(new DurableOptions { HubName = hub }, Clock, Busy);
        LambdaFunctions functions = engine.Functions;
        functions.Activity("Letter", input => Task.FromResult<object?>(input.GetString()));
        functions.Activity(
            "Note",
            input =>
            {
                lock (notes)
                {
                    notes.Add(input.GetString()!);
                }

                return Task.FromResult<object?>(null);
            }
        );
        functions.Orchestrator(
            "Child",
            async context => "child:" + await context.CallActivityAsync<string>("Letter", context.GetInput<string>())
        );
        functions.Orchestrator("Story", RunStory);
        functions.Orchestrator("Gather", GatherAsync);
    }

    public Busy Busy { get; } = new();

    public VirtualClock Clock { get; }

    public DurableTaskClient Client => engine.Client;

    /// <summary>An engine that leaves trying again to itself, not to the storage clients.</summary>
    public Task OpenAsync(string connection) => engine.StartAsync(connection, retries: 0);

    public Task AbandonAsync() => engine.AbandonAsync();

    public async Task BeginAsync()
    {
        if (await engine.Client.GetInstanceAsync(Id) is null)
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Story", new Chapter(1, ""), new StartOrchestrationOptions(Id));
        }
    }

    public async Task SayAsync()
    {
        if (!said)
        {
            await engine.Client.RaiseEventAsync(Id, "word", "hello");
            said = true;
        }
    }

    public async Task<string> EndAsync()
    {
        OrchestrationMetadata end = await engine.Client.WaitForInstanceCompletionAsync(Id, getInputsAndOutputs: true);
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
        await engine.DisposeAsync();
        Clock.Dispose();
    }

    private static async Task<object?> RunStory(TaskOrchestrationContext context)
    {
        (int round, string told) = context.GetInput<Chapter>()!;
        if (round == 1)
        {
            string[] letters = await Task.WhenAll(
                context.CallActivityAsync<string>("Letter", "a"),
                context.CallActivityAsync<string>("Letter", "b")
            );
            told = string.Concat(letters) + " " + await context.CallSubOrchestratorAsync<string>("Child", "x");
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(1), CancellationToken.None);
            context.ContinueAsNew(new Chapter(2, told));
            return null;
        }

        told += " word:" + await context.WaitForExternalEvent<string>("word");
        _ = context.CallActivityAsync("Note", "loose");
        _ = context.CallSubOrchestratorAsync("Child", "y", new SubOrchestrationOptions { InstanceId = "left-alone" });
        return $"{told} round:{round}";
    }

    /// <summary>Waits for "go", hands everything else on to its next generation, and tells there what it has heard.</summary>
    private static async Task<object?> GatherAsync(TaskOrchestrationContext context)
    {
        int many = context.GetInput<int>();
        if (many > 0)
        {
            await context.WaitForExternalEvent<int>("go");
            context.ContinueAsNew(-many);
            return null;
        }

        var heard = new List<int>();
        while (heard.Count < -many)
        {
            heard.Add(await context.WaitForExternalEvent<int>("n"));
        }

        return string.Join(',', heard.Order());
    }

    private sealed record Chapter(int Round, string Told);
}
