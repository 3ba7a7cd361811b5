using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Storage;
using Microsoft.DurableTask;

namespace ACip.Workflows.Mail;

/// <summary>How orchestrators send what their activities have written.</summary>
internal static class SendingMails
{
    /// <summary>From a minute to two hours apart, for some three days: as long as the mail service itself would try.</summary>
    private static readonly TaskOptions Patient = TaskOptions.FromRetryPolicy(new RetryPolicy(40, TimeSpan.FromMinutes(1), 2, TimeSpan.FromHours(2)));

    public static async Task SendMailsAsync(this TaskOrchestrationContext context, StreamId stream, IReadOnlyList<string> keys)
    {
        foreach (string key in keys)
        {
            try
            {
                await context.CallActivityAsync(nameof(MailActivities.SendMail), new MailRef(stream, key), Patient);
            }
            catch (TaskFailedException)
            {
                // given up for now: the row still says Waiting, and the daily reconciliation takes it up again
            }
        }
    }
}
