using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using Microsoft.DurableTask;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Lets orchestrators send the mails that their activities have written.</summary>
internal static class SendingRetries
{
    /// <summary>About three days, as long as the mail service itself would try.</summary>
    private const int MostTries = 40;

    /// <summary>Long enough for the delivery event to arrive if only the response to the sending was lost.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1),
        LongestWait = TimeSpan.FromHours(2);

    /// <param name="tried">True: whoever wrote them has tried at once, and in vain.</param>
    public static async Task SendMailsAsync(
        this TaskOrchestrationContext context,
        StreamId stream,
        IReadOnlyList<string> keys,
        bool tried = true
    )
    {
        TimeSpan wait = FirstWait;
        for (int tries = tried ? 1 : 0; keys.Count > 0 && tries < MostTries; tries++)
        {
            if (tries > 0)
            {
                await context.CreateTimer(context.CurrentUtcDateTime + wait, CancellationToken.None);
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
            }

            try
            {
                MailsLeft left = await context.CallActivityAsync<MailsLeft>(
                    nameof(MailActivities.SendMails),
                    new MailsToSend(stream, keys, tries > 0),
                    RetryPolicies.WithStorage
                );
                (keys, wait) = (left.Keys, left.Wait > wait ? left.Wait : wait);
            }
            catch (TaskFailedException)
            {
                return; // given up for now: the rows still say Waiting, and the daily reconciliation takes them up again
            }
        }
    }
}
