using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>One request to send: a message and its envelopes.</summary>
public class SendGridMessage
{
    private static readonly JsonSerializerOptions Wire = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [JsonPropertyName("from")]
    public EmailAddress From { get; set; }

    [JsonPropertyName("subject")]
    public string Subject { get; set; }

    [JsonPropertyName("personalizations")]
    public List<Personalization> Personalizations { get; set; }

    [JsonPropertyName("content")]
    public List<Content> Contents { get; set; }

    /// <summary>Moves into <see cref="Contents"/> when the message is serialized, and is null from then on.</summary>
    [JsonIgnore]
    public string PlainTextContent { get; set; }

    /// <inheritdoc cref="PlainTextContent"/>
    [JsonIgnore]
    public string HtmlContent { get; set; }

    [JsonPropertyName("attachments")]
    public List<Attachment> Attachments { get; set; }

    [JsonPropertyName("headers")]
    public Dictionary<string, string> Headers { get; set; }

    [JsonPropertyName("categories")]
    public List<string> Categories { get; set; }

    [JsonPropertyName("custom_args")]
    public Dictionary<string, string> CustomArgs { get; set; }

    [JsonPropertyName("mail_settings")]
    public MailSettings MailSettings { get; set; }

    [JsonPropertyName("tracking_settings")]
    public TrackingSettings TrackingSettings { get; set; }

    [JsonPropertyName("reply_to")]
    public EmailAddress ReplyTo { get; set; }

    public void AddTo(string email, string name = null) => AddTo(new EmailAddress(email, name));

    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null) =>
        (Envelope(personalizationIndex, personalization).Tos ??= []).Add(email);

    public void AddCc(string email, string name = null) => AddCc(new EmailAddress(email, name));

    public void AddCc(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null) =>
        (Envelope(personalizationIndex, personalization).Ccs ??= []).Add(email);

    public void AddHeader(string headerKey, string headerValue, int personalizationIndex = 0, Personalization personalization = null) =>
        (Envelope(personalizationIndex, personalization).Headers ??= []).Add(headerKey, headerValue);

    public void AddCustomArg(string customArgKey, string customArgValue, int personalizationIndex = 0, Personalization personalization = null) =>
        (Envelope(personalizationIndex, personalization).CustomArgs ??= []).Add(customArgKey, customArgValue);

    public void SetSubject(string subject, int personalizationIndex = 0, Personalization personalization = null) =>
        Envelope(personalizationIndex, personalization).Subject = subject;

    public void SetFrom(string email, string name = null) => From = new EmailAddress(email, name);

    public void SetFrom(EmailAddress email) => From = email;

    public void SetReplyTo(EmailAddress email) => ReplyTo = email;

    public void SetGlobalSubject(string subject) => Subject = subject;

    public void AddContent(string mimeType, string text) => (Contents ??= []).Add(new Content(mimeType, text));

    public void AddAttachment(string filename, string base64Content, string type = null, string disposition = null, string content_id = null)
    {
        // the genuine one leaves such an attachment out without a word
        if (!string.IsNullOrWhiteSpace(filename) && !string.IsNullOrWhiteSpace(base64Content))
        {
            AddAttachment(new Attachment { Content = base64Content, Filename = filename, Type = type, Disposition = disposition, ContentId = content_id });
        }
    }

    public void AddAttachment(Attachment attachment) => (Attachments ??= []).Add(attachment);

    public void AddGlobalHeader(string key, string value) => (Headers ??= []).Add(key, value);

    public void AddCategory(string category) => (Categories ??= []).Add(category);

    public void SetClickTracking(bool enable, bool enableText) =>
        (TrackingSettings ??= new()).ClickTracking = new ClickTracking { Enable = enable, EnableText = enableText };

    public void SetOpenTracking(bool enable, string substitutionTag = null) =>
        (TrackingSettings ??= new()).OpenTracking = new OpenTracking { Enable = enable, SubstitutionTag = substitutionTag };

    public void SetSubscriptionTracking(bool enable, string html = null, string text = null, string substitutionTag = null) =>
        (TrackingSettings ??= new()).SubscriptionTracking =
            new SubscriptionTracking { Enable = enable, Html = html, Text = text, SubstitutionTag = substitutionTag };

    public void SetSandBoxMode(bool enable) => (MailSettings ??= new()).SandboxMode = new SandboxMode { Enable = enable };

    public string Serialize(bool useDefaultSerialization = true)
    {
        if (PlainTextContent is not null || HtmlContent is not null)
        {
            Contents = [];
            if (PlainTextContent is not null)
            {
                AddContent(MimeType.Text, PlainTextContent);
            }

            if (HtmlContent is not null)
            {
                AddContent(MimeType.Html, HtmlContent);
            }

            PlainTextContent = HtmlContent = null;
        }

        Contents = Contents?.OrderBy(Rank).ToList();
        foreach (Personalization envelope in Personalizations ?? [])
        {
            envelope.Tos = envelope.Tos?.Distinct().ToList();
            envelope.Ccs = envelope.Ccs?.Distinct().ToList();
            envelope.Bccs = envelope.Bccs?.Distinct().ToList();
        }

        return JsonSerializer.Serialize(this, Wire);
    }

    public static SendGridMessage Deserialize(string json) => JsonSerializer.Deserialize<SendGridMessage>(json, Wire);

    private static int Rank(Content content) => content.Type == MimeType.Text ? 0 : content.Type == MimeType.Html ? 1 : 2;

    private Personalization Envelope(int index, Personalization given)
    {
        Personalizations ??= [];
        if (given is not null)
        {
            Personalizations.Add(given);
            return given;
        }

        while (Personalizations.Count <= index)
        {
            Personalizations.Add(new Personalization());
        }

        return Personalizations[index];
    }
}
