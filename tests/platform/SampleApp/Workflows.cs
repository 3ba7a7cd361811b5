using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace SampleApp;

public sealed class Workflows(Journal journal)
{
    [Function("Starts")]
    public static async Task<IResult> Starts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "starts/{name}")] HttpRequest request,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        string id = await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Saga),
            name,
            new StartOrchestrationOptions($"host:{name}"),
            cancellation
        );
        OrchestrationMetadata ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation);
        return Results.Text(ended.ReadOutputAs<string>()!);
    }

    [Function(nameof(Saga))]
    public static async Task<string> Saga([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
        await context.CallActivityAsync<string>(nameof(Shout), new Shouting(name, 2));

    [Function(nameof(Awaits))]
    public static async Task<string> Awaits([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus("asking");
        return await context.WaitForExternalEvent<string>("answer");
    }

    [Function(nameof(Reminds))]
    public static async Task<string> Reminds([OrchestrationTrigger] TaskOrchestrationContext context, TimeSpan after)
    {
        await context.CreateTimer(after, CancellationToken.None);
        return "reminded";
    }

    [Function(nameof(Shout))]
    public string Shout([ActivityTrigger] Shouting input, string instanceId)
    {
        journal.Write($"shout for {instanceId}");
        return string.Concat(Enumerable.Repeat(input.Name.ToUpperInvariant(), input.Times));
    }

    public sealed record Shouting(string Name, int Times);
}
