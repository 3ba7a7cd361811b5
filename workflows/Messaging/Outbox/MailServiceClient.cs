using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Converts a stored mail to a request to the mail service. Names, tokens and files are filled in here and stored
/// nowhere.</summary>
public sealed class MailServiceClient(ISendGridClient service, TokenIndex tokens, MailAttachmentStore files, IOptions<MailOptions> options)
{
    internal async Task<Response> SendAsync(
        OutgoingMail mail,
        Person to,
        IReadOnlyDictionary<PersonId, Person> people,
        CancellationToken cancellation
    ) =>
        await service.SendEmailAsync(
            await MessageAsync(Placeholders.Fill(mail, tokens.Secret, to, people, options.Value.PublicUrl), to, cancellation),
            cancellation
        );

    private async Task<SendGridMessage> MessageAsync(OutgoingMail mail, Person to, CancellationToken cancellation)
    {
        MailOptions from = options.Value;
        var message = new SendGridMessage
        {
            From = new EmailAddress(from.FromAddress, from.FromName),
            Subject = from.Marked(mail.Subject),
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
            message.AddAttachment(
                file.FileName,
                Convert.ToBase64String(await files.ReadAsync(file.Blob, cancellation)),
                file.MediaType,
                "attachment"
            );
        }

        return message;
    }
}
