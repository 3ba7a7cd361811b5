namespace ACip.Local.Mail.Sending;

/// <summary>One reason why a request to send was refused, as SendGrid words it.</summary>
/// <param name="Field">Where in the request, such as personalizations.0.to; null for the request as a whole.</param>
internal sealed record SendError(string Message, string? Field, string? Help = null)
{
    private const string Reference = "http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html";

    public static SendError About(string field, string topic, string message) => new(message, field, $"{Reference}#message.{topic}");
}
