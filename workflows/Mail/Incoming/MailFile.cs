using System.Text;
using ACip.Workflows.Mail.Mime;

namespace ACip.Workflows.Mail.Incoming;

/// <summary>Reads a message from a file, for support and tests: a stored Inbound Parse POST, an .eml, or only a body.</summary>
/// <remarks>
/// An .eml has no envelope and no signed word about SPF and DKIM: they are taken from what a receiving server wrote into it
/// (Return-Path, Delivered-To, Received-SPF, Authentication-Results). Anybody can write those, so no webhook may come here.
/// </remarks>
public static class MailFile
{
    public static InboundReading Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        ReadOnlyMemory<byte> content = span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        span = content.Span;
        if (span.StartsWith("--"u8) && span.IndexOf((byte)'\n') is var end and > 2)
        {
            string boundary = Encoding.Latin1.GetString(span[2..end]).TrimEnd();
            return InboundParsePost.Read(content, $"multipart/form-data; boundary=\"{boundary}\"");
        }

        MimePart root = Multipart.Part(content);
        return new InboundReading.Message(root.Headers["From"] is null && root.Headers["Content-Type"] is null ? Body(span) : Message(MimeMessage.Read(content)));
    }

    private static InboundMessage Message(MimeMessage mail)
    {
        MailHeaders headers = mail.Headers;
        string verdicts = string.Join(';', headers.All("Authentication-Results"));
        string[] to = [.. headers.All("Delivered-To").Concat(headers.All("X-Original-To")).Concat(headers.All("To")).Concat(headers.All("Cc"))
            .SelectMany(field => Mailboxes.Read(field) ?? []).Select(mailbox => mailbox.Address).Distinct()];
        string? spf = headers["Received-SPF"]?.Split([' ', '(', ';'], 2)[0].Trim().ToLowerInvariant() ?? Said(verdicts, "spf=").FirstOrDefault();
        return new InboundMessage(
            headers,
            headers["Return-Path"]?.Trim().Trim('<', '>'),
            to,
            [.. headers.All("From")],
            EncodedWords.Decode(headers["Subject"] ?? ""),
            mail.Text,
            mail.Html,
            spf,
            Signatures(verdicts),
            mail.Files,
            mail.Flaws);
    }

    private static InboundMessage Body(ReadOnlySpan<byte> bytes)
    {
        string body = Charsets.Undeclared(bytes);
        bool html = body.TrimStart().StartsWith('<');
        return new InboundMessage(MailHeaders.None, null, [], [], "", html ? null : body, html ? body : null, null, [], [], []);
    }

    /// <summary>RFC 8601: <c>dkim=pass (2048-bit key) header.d=customs.gov.gh</c>.</summary>
    private static List<DkimResult> Signatures(string verdicts)
    {
        var results = new List<DkimResult>();
        foreach (string clause in verdicts.Split(';').Where(clause => clause.TrimStart().StartsWith("dkim=", StringComparison.OrdinalIgnoreCase)))
        {
            string? domain = Said(clause, "header.d=").Concat(Said(clause, "header.i=")).FirstOrDefault();
            if (domain is not null)
            {
                results.Add(new DkimResult(domain[(domain.LastIndexOf('@') + 1)..], Said(clause, "dkim=").First()));
            }
        }

        return results;
    }

    private static IEnumerable<string> Said(string text, string name)
    {
        int at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            yield return text[(at + name.Length)..].Split([' ', ';', '\t', '('], 2)[0].Trim().ToLowerInvariant();
        }
    }
}
