using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>Tells the sender of a message that officers discard what came of it, where that person waits for something: they were told that
/// somebody would write, or asked to confirm it. Nobody else is told: strangers and machines would be answered.</summary>
public sealed class DiscardMails(MailWriter writer)
{
    /// <summary>Whether its sender was promised that a person writes to them, now or for a message before, or asked whether it is
    /// theirs.</summary>
    public static bool IsAwaited(ReceivedMail mail) =>
        mail is { State: QuarantineState.Waiting, Person: not null }
        && (mail.Verdict == nameof(Verdict.ConfirmFirst) || (IsPromised(mail) && TriageReasons.DoInstead(mail.Reason) is null));

    private static bool IsPromised(ReceivedMail mail) =>
        mail is { Verdict: nameof(Verdict.NeedsPerson), Task: not null } && QuarantineIntake.TellsSender(mail.Reason);

    /// <param name="reason">The officer's words.</param>
    internal async Task<MailsOfStream?> TellAsync(UnitOfWork unit, ReceivedMail mail, string reason, CancellationToken cancellation)
    {
        var notice = new PassedOn(null, mail.At) { DiscardedFor = reason };
        string? key = await writer.WriteAsync(
            unit,
            new NewMail(notice, mail.Person!.Value, $"discarded-{mail.MessageKey[..24]}"),
            cancellation
        );
        return key is null ? null : new MailsOfStream(unit.Stream, [key]);
    }
}
