using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>Processes one received message: checks and reads it, commits the answer, acknowledges it, and wakes the workflow that waits
/// for it.</summary>
/// <remarks>The mail service was told that we have the message and will not send it again. So it always ends as an answer, as a question
/// back, or in the list that the Secretariat looks at.</remarks>
public static class InboundMail
{
    /// <summary>Retries for hours, because storage may be unavailable that long. The mail itself is kept meanwhile.</summary>
    private static readonly TaskOptions Patient = TaskOptions.FromRetryPolicy(
        new RetryPolicy(20, TimeSpan.FromSeconds(30), 2, TimeSpan.FromHours(1))
    );

    private const string Instances = "mail:";

    public static string InstanceIdOf(string key) => Instances + key;

    public static bool IsOne(string instanceId) => instanceId.StartsWith(Instances, StringComparison.Ordinal);

    [Function(nameof(InboundMail))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string key = context.GetInput<string>()!;
        MailTaken taken;
        try
        {
            taken = await context.CallActivityAsync<MailTaken>(nameof(InboundActivities.TakeMail), key, Patient);
        }
        catch (TaskFailedException)
        {
            taken = await context.CallActivityAsync<MailTaken>(nameof(InboundActivities.LeaveMail), key, RetryPolicies.WithStorage);
        }

        if (taken.Wake is { } instance)
        {
            context.SendEvent(instance, HumanTask.Answered, key);
        }

        foreach (MailsOfStream mails in taken.Mails)
        {
            await context.SendMailsAsync(mails.Stream, mails.Keys);
        }
    }
}
