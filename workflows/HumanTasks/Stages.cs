using System.Text.Json.Serialization;
using ACip.Workflows.Orchestration;
using Microsoft.DurableTask;

namespace ACip.Workflows.HumanTasks;

/// <summary>What a process with several participants waits for next: answers or a date. If neither, it is over.</summary>
/// <param name="Tasks">Open ones; the next stage comes when all of them have ended.</param>
/// <param name="Until">Where nobody is asked: when to look again.</param>
public sealed record Stage(IReadOnlyList<TaskAsked> Tasks, DateTimeOffset? Until = null)
{
    public static Stage Over { get; } = new([]);

    [JsonIgnore]
    public bool IsOver => Tasks.Count == 0 && Until is null;
}

/// <summary>Runs a process stage by stage: people are asked, answers or dates are awaited, and the table says what comes next.</summary>
internal static class Stages
{
    /// <summary>Event raised when a date need no longer be awaited.</summary>
    public const string Changed = "changed";

    /// <param name="step">Activity that looks at the table, does what is due and says what is awaited.</param>
    public static async Task RunStagesAsync<T>(this TaskOrchestrationContext context, string step)
        where T : class
    {
        T matter = context.GetInput<T>()!;
        Task<string> changed = context.WaitForExternalEvent<string>(Changed);
        while (await context.CallActivityAsync<Stage>(step, matter, RetryPolicies.WithStorage) is { IsOver: false } stage)
        {
            if (stage.Tasks.Count > 0)
            {
                await Task.WhenAll(
                    stage.Tasks.Select(task =>
                        context.CallSubOrchestratorAsync<TaskOutcome>(
                            nameof(HumanTask),
                            task,
                            new SubOrchestrationOptions(instanceId: task.InstanceId)
                        )
                    )
                );
            }
            else if (await context.WaitUntilAsync(stage.Until!.Value, changed))
            {
                changed = context.WaitForExternalEvent<string>(Changed);
            }
        }
    }
}
