using ACip.Workflows.Identifiers;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Which mail: its stream and key.</summary>
public sealed record MailRef(StreamId Stream, string Key);

/// <param name="Again">True: it was tried before, and an answer may have been lost.</param>
public sealed record MailsToSend(StreamId Stream, IReadOnlyList<string> Keys, bool Again);

/// <summary>Mails that the mail service has not accepted.</summary>
/// <param name="Wait">How long it wants to be left alone; zero where it did not say.</param>
public sealed record MailsLeft(IReadOnlyList<string> Keys, TimeSpan Wait);

public sealed class MailActivities(MailPost post)
{
    /// <summary>Sends the mails that are still waiting.</summary>
    [Function(nameof(SendMails))]
    public async Task<MailsLeft> SendMails([ActivityTrigger] MailsToSend mails, CancellationToken cancellation) =>
        new(await post.SendAsync(mails.Stream, mails.Keys, cancellation, mails.Again), post.WantsToBeLeftAlone);
}
