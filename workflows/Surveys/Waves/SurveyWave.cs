using System.Text.Json.Serialization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Surveys.Imports;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>A survey from its opening until its scores are published or withheld: mixes web answers once a day, imports files one after
/// the other, closes, computes, and asks the administration.</summary>
public static class SurveyWave
{
    public const string Changed = "changed";

    [Function(nameof(SurveyWave))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        WaveRef wave = context.GetInput<WaveRef>()!;
        Task<string> changed = context.WaitForExternalEvent<string>(Changed);
        while (true)
        {
            WaveNextAction next = await context.CallActivityAsync<WaveNextAction>(
                nameof(WaveActivities.TakeWaveStep),
                wave,
                RetryPolicies.WithStorage
            );
            if (next.Ended)
            {
                return;
            }

            if (next.Import is { } import)
            {
                await context.CallSubOrchestratorAsync(
                    nameof(ResponseImport),
                    import,
                    new SubOrchestrationOptions(instanceId: import.InstanceId)
                );
            }
            else if (next.Ask is { } task)
            {
                await context.CallSubOrchestratorAsync<TaskOutcome>(
                    nameof(HumanTask),
                    task,
                    new SubOrchestrationOptions(instanceId: task.InstanceId)
                );
            }
            else
            {
                using var cancelAlarm = new CancellationTokenSource();
                Task alarm = context.CreateTimer(next.Until!.Value.UtcDateTime, cancelAlarm.Token);
                if (await Task.WhenAny(changed, alarm) == changed)
                {
                    cancelAlarm.Cancel(); // not CancelAsync: it would leave the orchestrator's thread, and the instance would hang
                    changed = context.WaitForExternalEvent<string>(Changed);
                }
            }
        }
    }

    /// <summary>Starts the workflow of a survey in the table, or restarts it if it is gone.</summary>
    public static Task BeginAsync(this DurableTaskClient workflows, WaveId wave, CancellationToken cancellation) =>
        workflows.StartAgainAsync(nameof(SurveyWave), new WaveRef(wave), wave.InstanceId, cancellation);
}

/// <summary>Identifies a survey in workflow inputs.</summary>
public sealed record WaveRef(WaveId Wave)
{
    [JsonIgnore]
    public string InstanceId => Wave.InstanceId;
}

/// <summary>What a survey must wait for.</summary>
/// <param name="Import">A file that is to be taken in.</param>
/// <param name="Ask">Who is asked.</param>
/// <param name="Until">When to look again, if nothing happens before.</param>
public sealed record WaveNextAction(bool Ended = false, ImportRef? Import = null, TaskAsked? Ask = null, DateTimeOffset? Until = null);
