using System.Text;
using System.Text.Json;

namespace ACip.Local.Mail.Replies;

/// <summary>Writes a mail as Inbound Parse posts it: multipart/form-data, text and HTML in the bytes of their own charset.</summary>
internal static class InboundForm
{
    public static (string ContentType, byte[] Body) Write(InboundMail mail)
    {
        string boundary = Boundary(mail);
        using var body = new MemoryStream();
        Field("headers", string.Concat(mail.Headers.Select(header => $"{header.Key}: {header.Value}\n")));
        Field("dkim", mail.Dkim);
        if (mail.Attachments.Any(attachment => attachment.ContentId is not null))
        {
            Field(
                "content-ids",
                JsonSerializer.Serialize(
                    Numbered(mail)
                        .Where(at => at.Attachment.ContentId is not null)
                        .ToDictionary(at => at.Attachment.ContentId!, at => at.Name),
                    Wire.Json
                )
            );
        }

        Field("to", mail.To.ToString());
        if (mail.Cc.Count > 0)
        {
            Field("cc", string.Join(", ", mail.Cc));
        }

        if (mail.Html is not null)
        {
            Field("html", mail.Html, mail.Charset);
        }

        Field("from", mail.From.ToString());
        if (mail.Text is not null)
        {
            Field("text", mail.Text, mail.Charset);
        }

        Field("sender_ip", mail.SenderIp);
        Field("envelope", JsonSerializer.Serialize(new { to = mail.EnvelopeTo, from = mail.EnvelopeFrom }, Wire.Json));
        Field("attachments", $"{mail.Attachments.Count}");
        Field("subject", mail.Subject);
        if (mail.Attachments.Count > 0)
        {
            Field(
                "attachment-info",
                JsonSerializer.Serialize(Numbered(mail).ToDictionary(at => at.Name, at => Info(at.Attachment)), Wire.Json)
            );
        }

        Field("charsets", JsonSerializer.Serialize(Charsets(mail), Wire.Json));
        Field("SPF", mail.Spf);
        foreach ((string name, InboundAttachment attachment) in Numbered(mail))
        {
            Part($"name=\"{name}\"; filename=\"{Quoted(attachment.Filename)}\"\r\nContent-Type: {attachment.Type}", attachment.Content);
        }

        body.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        return ($"multipart/form-data; boundary={boundary}", body.ToArray());

        void Field(string name, string value, string charset = "UTF-8") => Part($"name=\"{name}\"", Charset(charset).GetBytes(value));

        void Part(string disposition, byte[] content)
        {
            body.Write(Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n"));
            body.Write(content);
            body.Write("\r\n"u8);
        }
    }

    /// <exception cref="ArgumentException">No such charset.</exception>
    public static Encoding Charset(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    private static Dictionary<string, string> Charsets(InboundMail mail)
    {
        var charsets = new Dictionary<string, string> { ["to"] = "UTF-8" };
        if (mail.Html is not null)
        {
            charsets["html"] = mail.Charset;
        }

        charsets["subject"] = charsets["from"] = "UTF-8";
        if (mail.Cc.Count > 0)
        {
            charsets["cc"] = "UTF-8";
        }

        if (mail.Text is not null)
        {
            charsets["text"] = mail.Charset;
        }

        return charsets;
    }

    private static Dictionary<string, string> Info(InboundAttachment attachment)
    {
        var info = new Dictionary<string, string>
        {
            ["filename"] = attachment.Filename,
            ["name"] = attachment.Filename,
            ["type"] = attachment.Type,
        };
        if (attachment.ContentId is { } id)
        {
            info["content-id"] = id;
        }

        return info;
    }

    private static IEnumerable<(string Name, InboundAttachment Attachment)> Numbered(InboundMail mail) =>
        mail.Attachments.Select((attachment, index) => ($"attachment{index + 1}", attachment));

    // SendGrid's own boundary, longer where the mail happens to contain it
    private static string Boundary(InboundMail mail)
    {
        string boundary = "xYzZY";
        while (
            (mail.Text + mail.Html + mail.Subject).Contains($"--{boundary}", StringComparison.Ordinal)
            || mail.Attachments.Any(attachment => attachment.Content.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"--{boundary}")) >= 0)
        )
        {
            boundary += "x";
        }

        return boundary;
    }

    private static string Quoted(string filename) =>
        new string([.. filename.Where(letter => !char.IsControl(letter))]).Replace("\\", @"\\").Replace("\"", "\\\"");
}
