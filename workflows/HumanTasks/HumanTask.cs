using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Workflows.HumanTasks;

/// <summary>Asks people one question and waits, with reminders, until it is answered or expires.</summary>
/// <remarks>
/// The answer is in the table before the event is raised, so the event only wakes: a lost or repeated one changes nothing.
/// One waiter lives as long as the instance, because an abandoned waiter would swallow the next event.
/// </remarks>
public static class HumanTask
{
    public const string Answered = "answered";

    [Function(nameof(HumanTask))]
    public static async Task<TaskOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        TaskAsked asked = context.GetInput<TaskAsked>()!;
        TaskRef task = asked.Ref;
        DateTimeOffset? next = asked.From;
        Task<string> answered = context.WaitForExternalEvent<string>(Answered);

        for (int wake = 1; ; wake++)
        {
            if (next is null)
            {
                HumanTaskStatus status = await context.CallActivityAsync<HumanTaskStatus>(
                    nameof(TaskActivities.TakeTaskStep),
                    new TaskWake(task, wake),
                    RetryPolicies.WithStorage
                );
                await context.SendMailsAsync(task.Stream, status.Mails);
                if (status.Outcome is { } outcome)
                {
                    return outcome;
                }

                next = status.NextWake;
            }

            if (await context.WaitUntilAsync(next.Value, answered))
            {
                answered = context.WaitForExternalEvent<string>(Answered);
            }

            next = null;
        }
    }
}

/// <summary>Input of the orchestrator: the task, as <see cref="TaskRef"/> names it, and the time from which there is something to
/// do.</summary>
/// <param name="From">Null: look at once.</param>
public sealed record TaskAsked(StreamId Stream, TaskId Task, DateTimeOffset? From = null)
{
    [JsonIgnore]
    public TaskRef Ref => new(Stream, Task);

    [JsonIgnore]
    public string InstanceId => Ref.InstanceId;
}
