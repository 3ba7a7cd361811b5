using System.Globalization;
using System.Text;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;

namespace ACip.Workflows.Dossiers;

/// <summary>What people wrote: each message as text, named by the hash of its mail. Headers are left out, because they contain
/// addresses.</summary>
public sealed class DossierReplies(ProgrammeTable table, ReceivedMails mails)
{
    internal async Task AddAsync(
        DossierArchive archive,
        DossierStream part,
        StreamRows stream,
        Language language,
        CancellationToken cancellation
    )
    {
        IEnumerable<ReceivedMail> notActedUpon =
            from row in await table.ListAsync<ReceivedMail>(StreamId.Inbox, ReceivedMail.Prefix, cancellation)
            where row.Value.TaskStream == part.Stream
            select row.Value;
        foreach (
            ReceivedMail mail in stream
                .Facts<ReceivedMail>(ReceivedMail.Prefix)
                .Concat(notActedUpon)
                .Where(mail => part.Holds(mail.Task?.Value))
                .GroupBy(mail => mail.MessageKey)
                .Select(same => same.Last())
                .OrderBy(mail => mail.At)
        )
        {
            if (mail.State == QuarantineState.Sealed)
            {
                archive.LeaveOut("sealed replies", Texts.SealedReplies.In(language));
            }
            else if (mail.Person is not { } person)
            {
                archive.LeaveOut("mail of strangers", Texts.OfStrangers.In(language));
            }
            else if (await mails.ReadAsync(mail, cancellation) is not { } message)
            {
                archive.LeaveOut("replies that are gone", Texts.FileIsGone.In(language));
            }
            else
            {
                archive.Add(
                    string.Create(CultureInfo.InvariantCulture, $"replies/{mail.At.UtcDateTime:yyyyMMdd-HHmmss}-{mail.Blob}.txt"),
                    Words(mail, person.Value, message)
                );
            }
        }
    }

    private static string Words(ReceivedMail mail, string person, InboundMessage message)
    {
        var html = ReplyText.Of(null, message.Html);
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"from: {person}\nat: {mail.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z\n")
            .Append(CultureInfo.InvariantCulture, $"task: {mail.Task}\nverdict: {mail.Verdict} {mail.Reason}\n")
            .Append(CultureInfo.InvariantCulture, $"subject: {message.Subject.ReplaceLineEndings(" ")}\n\n")
            .Append(
                string.IsNullOrWhiteSpace(message.Text)
                    ? string.Join('\n', [html.Text, .. html.Quoted, .. html.Signature])
                    : message.Text.ReplaceLineEndings("\n")
            )
            .ToString();
    }
}
