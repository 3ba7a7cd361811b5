using System.Collections.Concurrent;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;

namespace ACip.Functions.Pages.Mail;

/// <summary>One message of the list, as a person who may see it sees it.</summary>
/// <param name="From">Null where it is sealed for this reader, or cannot be read.</param>
/// <param name="Answers">What was answered to it.</param>
public sealed record QuarantineEntry(MailWithAnswers Received, string? From, string? Subject, IReadOnlyList<OutgoingMail> Answers)
{
    public ReceivedMail Mail => Received.Mail;

    public bool Waits => Mail.State == QuarantineState.Waiting;

    public bool Ignored => Received.IsAside && Mail.Verdict == nameof(Verdict.Ignore) && Mail.State == QuarantineState.None;

    public bool Taken => !Received.IsAside;

    public string Reason(Language language) => Reasons.Text(Mail.Reason).In(language);
}

/// <summary>The list of all messages. Senders and subjects are stored only in the mail itself, so that they can be erased with
/// it.</summary>
public sealed class MessageListQuery(ReceivedMails mails)
{
    private const int MostWaiting = 200,
        MostOthers = 60,
        AtOnce = 8;

    /// <param name="opensSealed">True: the reader may see who sent what is sealed.</param>
    public async Task<IReadOnlyList<QuarantineEntry>> ReadAsync(bool opensSealed, CancellationToken cancellation)
    {
        IReadOnlyList<MailWithAnswers> all = await mails.ListAsync(cancellation);
        MailWithAnswers[] shown =
        [
            .. all.Where(one => one.Mail.State == QuarantineState.Waiting).Take(MostWaiting),
            .. all.Where(one => one.Mail.State != QuarantineState.Waiting)
                .GroupBy(one => (one.IsAside, one.Mail.Verdict == nameof(Verdict.Ignore)))
                .SelectMany(kind => kind.Take(MostOthers)),
        ];
        var entries = new ConcurrentDictionary<string, QuarantineEntry>();
        await Parallel.ForEachAsync(
            shown,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (one, token) =>
            {
                InboundMessage? message =
                    one.Mail.State != QuarantineState.Sealed || opensSealed ? await mails.ReadAsync(one.Mail, token) : null;
                entries[one.Mail.MessageKey] = new QuarantineEntry(
                    one,
                    message is null ? null : MessageText.OneLine(string.Join(", ", message.From)),
                    message is null ? null : MessageText.OneLine(message.Subject),
                    await mails.AnswersAsync(one, token)
                );
            }
        );
        return [.. shown.Select(one => entries[one.Mail.MessageKey])];
    }
}
