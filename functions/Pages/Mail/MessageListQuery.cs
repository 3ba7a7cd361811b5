using System.Collections.Concurrent;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using Verdict = ACip.Workflows.Messaging.Incoming.Verdict;

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

    public string Reason(Language language) => TriageReasons.Text(Mail.Reason).In(language);
}

/// <summary>One page of the list of all messages.</summary>
/// <param name="Rows">Which page of how many.</param>
public sealed record QuarantineEntries(IReadOnlyList<QuarantineEntry> Shown, PageOfRows Rows);

/// <summary>The list of all messages. Senders and subjects are stored only in the mail itself, so that they can be erased with it: a page
/// is so long that its mails can be read.</summary>
public sealed class MessageListQuery(ReceivedMails mails)
{
    /// <summary>Of each kind, which are sections of the page.</summary>
    internal const int OfAPage = 50;

    /// <summary>The largest mail is of some 40 MB, and where its beginning does not tell who wrote it, it is read whole.</summary>
    private const int AtOnce = 4;

    /// <param name="page">From 1.</param>
    /// <param name="opensSealed">True: the reader may see who sent what is sealed.</param>
    public async Task<QuarantineEntries> ReadAsync(int page, bool opensSealed, CancellationToken cancellation)
    {
        (PageOfRows rows, IReadOnlyList<MailWithAnswers> shown) = PageOf(await mails.ListAsync(cancellation), page);
        var entries = new ConcurrentDictionary<string, QuarantineEntry>();
        await Parallel.ForEachAsync(
            shown,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (one, token) => entries[one.Mail.MessageKey] = await ReadAsync(one, opensSealed, token)
        );
        return new QuarantineEntries([.. shown.Select(one => entries[one.Mail.MessageKey])], rows);
    }

    /// <summary>The sections are leafed through together, for as many pages as the longest has. Pure.</summary>
    /// <param name="all">The newest first.</param>
    internal static (PageOfRows Rows, IReadOnlyList<MailWithAnswers> Shown) PageOf(IReadOnlyList<MailWithAnswers> all, int page)
    {
        MailWithAnswers[][] kinds =
        [
            .. all.GroupBy(one =>
                    one.Mail.State == QuarantineState.Waiting ? 0
                    : !one.IsAside ? 1
                    : one.Mail.State == QuarantineState.None && one.Mail.Verdict == nameof(Verdict.Ignore) ? 3
                    : 2
                )
                .OrderBy(kind => kind.Key)
                .Select(kind => kind.ToArray()),
        ];
        var rows = PageOfRows.Of(kinds.Select(kind => kind.Length).DefaultIfEmpty().Max(), OfAPage, page, whole: false);
        return (rows, [.. kinds.SelectMany(rows.Of)]);
    }

    private async Task<QuarantineEntry> ReadAsync(MailWithAnswers one, bool opensSealed, CancellationToken cancellation)
    {
        if (one.Mail.State == QuarantineState.Sealed && !opensSealed)
        {
            return new QuarantineEntry(one with { Mail = one.Mail.ShownTo(opensSealed), Answers = [] }, null, null, []);
        }

        InboundMessage? message = await mails.ReadHeadAsync(one.Mail, cancellation);
        return new QuarantineEntry(
            one,
            message is null ? null : MessageText.OneLine(string.Join(", ", message.From)),
            message is null ? null : MessageText.OneLine(message.Subject),
            await mails.AnswersAsync(one, cancellation)
        );
    }
}
