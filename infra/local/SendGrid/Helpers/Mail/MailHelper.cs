namespace SendGrid.Helpers.Mail;

#pragma warning disable CA1052 // has a public constructor, as the genuine type has it
public class MailHelper
{
    public static SendGridMessage CreateSingleEmail(
        EmailAddress from, EmailAddress to, string subject, string plainTextContent, string htmlContent)
    {
        var message = new SendGridMessage { From = from, Subject = subject };
        message.PlainTextContent = string.IsNullOrEmpty(plainTextContent) ? null : plainTextContent;
        message.HtmlContent = string.IsNullOrEmpty(htmlContent) ? null : htmlContent;
        message.AddTo(to);
        return message;
    }
}
