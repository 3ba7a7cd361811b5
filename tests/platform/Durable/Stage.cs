using ACip.Local.Clock;
using ACip.Local.Durable;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Tests.Platform.Durable;

/// <summary>One hub, and the engines that serve it one after another.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Id = "story";

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

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
        functions.Orchestrators["Gather"] = GatherAsync;
    }

    public Busy Busy { get; } = new();

    public VirtualClock Clock { get; }

    public DurableTaskClient Client => engine!.Client;

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
}
