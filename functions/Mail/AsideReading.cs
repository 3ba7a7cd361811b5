using System.Collections.Concurrent;
using ACip.Workflows.Mail.Incoming;
using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Mail.Receiving;
using ACip.Workflows.Programme;

namespace ACip.Functions.Mail;

/// <summary>One message of the list, as a person who may see it sees it.</summary>
/// <param name="From">Null where it is sealed for this reader, or cannot be read.</param>
/// <param name="Answers">What was answered to it.</param>
public sealed record AsideEntry(MailWithAnswers Received, string? From, string? Subject, IReadOnlyList<OutgoingMail> Answers)
{
    public ReceivedMail Mail => Received.Mail;

    public bool Waits => Mail.State == SetAsideState.Waiting;

    public bool Ignored => Received.IsAside && Mail.Verdict == nameof(Verdict.Ignore) && Mail.State == SetAsideState.None;

    public bool Taken => !Received.IsAside;

    public string Reason(Language language) => Reasons.Text(Mail.Reason).In(language);
}

/// <summary>The list of every message; senders and subjects live in the stored mail alone, so that they can be erased with it.</summary>
public sealed class AsideReading(ReceivedMails mails)
{
    private const int MostWaiting = 200, MostOthers = 60, AtOnce = 8;

    /// <param name="opensSealed">True: the reader may see who sent what is sealed.</param>
    public async Task<IReadOnlyList<AsideEntry>> ReadAsync(bool opensSealed, CancellationToken cancellation)
    {
        IReadOnlyList<MailWithAnswers> all = await mails.ListAsync(cancellation);
        MailWithAnswers[] shown =
        [
            .. all.Where(one => one.Mail.State == SetAsideState.Waiting).Take(MostWaiting),
            .. all.Where(one => one.Mail.State != SetAsideState.Waiting).GroupBy(one => (one.IsAside, one.Mail.Verdict == nameof(Verdict.Ignore))).SelectMany(kind => kind.Take(MostOthers)),
        ];
        var entries = new ConcurrentDictionary<string, AsideEntry>();
        await Parallel.ForEachAsync(shown, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (one, token) =>
        {
            InboundMessage? message = one.Mail.State != SetAsideState.Sealed || opensSealed ? await mails.ReadAsync(one.Mail, token) : null;
            entries[one.Mail.MessageKey] = new AsideEntry(
                one, message is null ? null : MessageText.OneLine(string.Join(", ", message.From)), message is null ? null : MessageText.OneLine(message.Subject), await mails.AnswersAsync(one, token));
        });
        return [.. shown.Select(one => entries[one.Mail.MessageKey])];
    }
}
