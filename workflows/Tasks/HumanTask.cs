using ACip.Workflows.Mail;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Workflows.Tasks;

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
        TaskRef task = context.GetInput<TaskRef>()!;
        Task<string> answered = context.WaitForExternalEvent<string>(Answered);

        for (int wake = 1; ; wake++)
        {
            TaskStanding standing = await context.CallActivityAsync<TaskStanding>(nameof(TaskActivities.TakeTaskStep), new TaskWake(task, wake), Patience.WithStorage);
            await context.SendMailsAsync(task.Stream, standing.Mails);
            if (standing.Outcome is { } outcome)
            {
                return outcome;
            }

            using var cancelAlarm = new CancellationTokenSource();
            Task alarm = context.CreateTimer(standing.NextWake.UtcDateTime, cancelAlarm.Token);
            if (await Task.WhenAny(answered, alarm) == answered)
            {
                cancelAlarm.Cancel(); // not CancelAsync: it would leave the orchestrator's thread, and the instance would hang
                answered = context.WaitForExternalEvent<string>(Answered);
            }
        }
    }
}
