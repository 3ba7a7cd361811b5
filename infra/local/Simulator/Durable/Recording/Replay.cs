using Google.Protobuf;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsSimulator.Durable.Recording;

/// <summary>A recorded execution again, turn by turn, by the genuine SDK and without any host.</summary>
public static class Replay
{
    /// <param name="inputType">As the orchestrator reads it with GetInput: another one, object for instance, would give it something
    /// else.</param>
    /// <param name="timerInterval">The longest piece that the SDK makes of a timer, as the recording platform had it; null for the SDK's
    /// own.</param>
    /// <returns>Null where the code does, in every recorded turn, what it did then, inputs and times included; otherwise what differs
    /// first.</returns>
    public static string? Difference(
        RecordedExecution recorded,
        Type inputType,
        Func<TaskOrchestrationContext, Task<object?>> orchestrator,
        TimeSpan? timerInterval = null
    )
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var options = new DurableTaskWorkerOptions();
        options.MaximumTimerInterval = timerInterval ?? options.MaximumTimerInterval;
        // the runner asks its services for this very type; IOptions are not looked at
        using ServiceProvider services = new ServiceCollection().AddSingleton(options).BuildServiceProvider();
        for (int turn = 0; turn < recorded.Turns.Count; turn++)
        {
            string request = Convert.ToBase64String(recorded.Request(turn).ToByteArray());
            string answer = GrpcOrchestrationRunner.LoadAndRun(request, new Recorded(inputType, orchestrator), services);
            OrchestratorResponse response = OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(answer));
            if (recorded.Difference(turn, response) is { } difference)
            {
                return $"{recorded.InstanceId}, turn {turn + 1}: {difference}";
            }
        }

        return null;
    }

    private sealed class Recorded(Type inputType, Func<TaskOrchestrationContext, Task<object?>> orchestrator) : ITaskOrchestrator
    {
        public Type InputType => inputType;

        public Type OutputType => typeof(object);

        public Task<object?> RunAsync(TaskOrchestrationContext context, object? input) => orchestrator(context);
    }
}
