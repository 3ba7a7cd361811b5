using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.Mail.Outbox;

/// <summary>Which mail: its stream and key.</summary>
public sealed record MailRef(StreamId Stream, string Key);

public sealed class MailActivities(MailPost post)
{
    /// <summary>Sends what still waits.</summary>
    /// <exception cref="InvalidOperationException">The mail service did not take it; the workflow tries again later.</exception>
    [Function(nameof(SendMail))]
    public async Task SendMail([ActivityTrigger] MailRef mail, CancellationToken cancellation)
    {
        if (await post.SendAsync(mail.Stream, [mail.Key], cancellation) is { Count: > 0 })
        {
            throw new InvalidOperationException("The mail service did not take it.");
        }
    }
}
