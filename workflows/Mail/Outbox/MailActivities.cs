using ACip.Workflows.Mail.Incoming;
using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace ACip.Workflows.Mail.Outbox;

/// <summary>Which mail: its stream and key.</summary>
public sealed record MailRef(StreamId Stream, string Key);

public sealed partial class MailActivities(ProgrammeTable table, ProgrammeDirectory directory, TokenIndex tokens, MailFiles files, OutboxIndex outbox, ISendGridClient sender, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailActivities> logger)
{
    /// <summary>Sends what still waits. A mail whose sending was not recorded may go out twice, with the same tokens and Message-ID.</summary>
    /// <exception cref="InvalidOperationException">The mail service did not take it; the workflow tries again later.</exception>
    [Function(nameof(SendMail))]
    public async Task SendMail([ActivityTrigger] MailRef mail, CancellationToken cancellation)
    {
        if (await table.FindAsync<OutgoingMail>(mail.Stream, OutgoingMail.RowKey(mail.Key), cancellation) is not { Value.State: OutgoingState.Waiting } row)
        {
            return;
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (!register.People.TryGetValue(row.Value.To, out Person? to))
        {
            await KeepAsync(row, mail.Stream, OutgoingState.Dropped, "person-erased", cancellation);
            return;
        }

        Response answer = await sender.SendEmailAsync(await MessageAsync(Placeholders.Fill(row.Value, tokens.Secret, to, register.People), to, cancellation), cancellation);
        int status = (int)answer.StatusCode;
        if (status is >= 200 and < 300)
        {
            await KeepAsync(row, mail.Stream, OutgoingState.Sent, null, cancellation);
        }
        else if (status is >= 400 and < 500 and not 429 and not 401 and not 403)
        {
            string why = await answer.Body.ReadAsStringAsync(cancellation);
            LogRefused(mail.Key, status);
            await KeepAsync(row, mail.Stream, OutgoingState.Dropped, why.Length > 500 ? why[..500] : why, cancellation);
        }
        else
        {
            throw new InvalidOperationException($"The mail service answered {status}.");
        }
    }

    private async Task<SendGridMessage> MessageAsync(OutgoingMail mail, Person to, CancellationToken cancellation)
    {
        MailOptions from = options.Value;
        var message = new SendGridMessage
        {
            From = new EmailAddress(from.FromAddress, from.FromName),
            Subject = mail.Subject,
            Personalizations =
            [
                new Personalization
                {
                    Tos = [new EmailAddress(to.Email, to.Name)],
                    Headers = new Dictionary<string, string>(mail.Headers),
                    CustomArgs = new Dictionary<string, string>(mail.CustomArgs),
                },
            ],
            Contents = [new Content(MimeType.Text, mail.Text), new Content(MimeType.Html, mail.Html)],
            TrackingSettings = new TrackingSettings
            {
                // a tracked link would carry the token past a third party
                ClickTracking = new ClickTracking { Enable = false, EnableText = false },
                OpenTracking = new OpenTracking { Enable = false },
            },
        };
        if (mail is { TakesReply: true, Task: { } task })
        {
            message.ReplyTo = new EmailAddress(ReplyAddress.For(TaskTokens.Reply(tokens.Secret, task, mail.To), from.ReplyDomain));
        }

        foreach (MailAttachment file in mail.Attachments ?? [])
        {
            message.AddAttachment(file.FileName, Convert.ToBase64String(await files.ReadAsync(file.Blob, cancellation)), file.MediaType, "attachment");
        }

        return message;
    }

    private async Task KeepAsync(Row<OutgoingMail> row, StreamId stream, OutgoingState state, string? detail, CancellationToken cancellation)
    {
        // a delivery event that was faster stands as it is
        await table.TryCommitAsync(new Unit(stream).Replace(row, row.Value with { State = state, SentAt = clock.GetUtcNow(), Detail = detail }), cancellation);
        if (state == OutgoingState.Dropped)
        {
            await outbox.SettleAsync(stream, row.Value.Key, cancellation);
        }
    }

    [LoggerMessage(20, LogLevel.Warning, "Mail {Key} was refused by the mail service with {Status}")]
    private partial void LogRefused(string key, int status);
}
