using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>One envelope: who gets the message, and what is particular to them.</summary>
public class Personalization
{
    [JsonPropertyName("to")]
    public List<EmailAddress> Tos { get; set; }

    [JsonPropertyName("cc")]
    public List<EmailAddress> Ccs { get; set; }

    [JsonPropertyName("bcc")]
    public List<EmailAddress> Bccs { get; set; }

    [JsonPropertyName("from")]
    public EmailAddress From { get; set; }

    [JsonPropertyName("subject")]
    public string Subject { get; set; }

    [JsonPropertyName("headers")]
    public Dictionary<string, string> Headers { get; set; }

    [JsonPropertyName("custom_args")]
    public Dictionary<string, string> CustomArgs { get; set; }

    /// <summary>Unix time, seconds.</summary>
    [JsonPropertyName("send_at")]
    public long? SendAt { get; set; }
}
