using System.Text;
using ACip.Workflows.Messaging.Mime;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Reads a message from a file, for support and tests: a stored Inbound Parse POST, an .eml, or only a body.</summary>
/// <remarks>An .eml has no envelope and no verified SPF or DKIM result. They are taken from what a receiving server wrote into it
/// (Return-Path, Delivered-To, Received-SPF, Authentication-Results). Anybody can write those, so no webhook may use this class.</remarks>
public static class MailFile
{
    public static InboundReading Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        ReadOnlyMemory<byte> content = span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        span = content.Span;
        if (span.StartsWith("--"u8) && span.IndexOf((byte)'\n') is var end and > 2 && BeginsWithField(span[(end + 1)..]))
        {
            string boundary = Encoding.Latin1.GetString(span[2..end]).TrimEnd();
            return InboundParsePost.Read(content, $"multipart/form-data; boundary=\"{boundary}\"");
        }

        return new InboundReading.Message(BeginsWithHeader(span) ? Message(WholeMail.Read(content)) : Body(span));
    }

    /// <summary>A line of dashes above a body is no boundary; a boundary is followed by a field header.</summary>
    private static bool BeginsWithField(ReadOnlySpan<byte> rest)
    {
        ReadOnlySpan<byte> start = rest[..Math.Min(rest.Length, 2_000)];
        int empty = start.IndexOf("\n\r\n"u8) is var crlf and >= 0 ? crlf : start.IndexOf("\n\n"u8);
        string headers = Encoding.Latin1.GetString(empty < 0 ? start : start[..empty]);
        return headers.Contains("content-disposition:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A message starts with its header in the first line. "From:" after other words belongs to a quotation.</summary>
    private static bool BeginsWithHeader(ReadOnlySpan<byte> content)
    {
        bool known = false;
        bool first = true;
        foreach (Range range in content[..Math.Min(content.Length, 256 << 10)].Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = content[range].TrimEnd((byte)'\r');
            if (line.IsEmpty)
            {
                break;
            }

            bool folded = line[0] is (byte)' ' or (byte)'\t';
            bool mailbox = first && line.StartsWith("From "u8); // the line that mailbox files put above each message
            int colon = line.IndexOf((byte)':');
            if (first ? folded || (!mailbox && !IsFieldName(line, colon)) : !folded && !IsFieldName(line, colon))
            {
                return false;
            }

            known |=
                colon > 0
                && Encoding.ASCII.GetString(line[..colon]).TrimEnd().ToLowerInvariant()
                    is "from"
                        or "content-type"
                        or "received"
                        or "return-path"
                        or "message-id"
                        or "mime-version"
                        or "delivered-to";
            first = false;
        }

        return known;
    }

    private static bool IsFieldName(ReadOnlySpan<byte> line, int colon)
    {
        ReadOnlySpan<byte> name = colon > 0 ? line[..colon].TrimEnd((byte)' ') : [];
        return name.Length > 0 && name.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;
    }

    private static InboundMessage Message(WholeMail mail)
    {
        MailHeaders headers = mail.Headers;
        string verdicts = string.Join(';', headers.All("Authentication-Results"));
        string[] to =
        [
            .. headers
                .All("Delivered-To")
                .Concat(headers.All("X-Original-To"))
                .Concat(headers.All("To"))
                .Concat(headers.All("Cc"))
                .SelectMany(field => Mailboxes.Read(field) ?? [])
                .Select(mailbox => mailbox.Address)
                .Distinct(),
        ];
        string? spf =
            headers["Received-SPF"]?.Split([' ', '(', ';'], 2)[0].Trim().ToLowerInvariant() ?? Said(verdicts, "spf=").FirstOrDefault();
        string? text = BodyRules.WithoutArmour(mail.Text);
        return new InboundMessage(
            headers,
            headers["Return-Path"]?.Trim().Trim('<', '>'),
            to,
            [.. headers.All("From")],
            EncodedWords.Decode(headers["Subject"] ?? ""),
            text,
            mail.Html,
            spf,
            Signatures(verdicts),
            mail.Files,
            [.. mail.Flaws.Concat(BodyRules.Flaws(headers, text, mail.Html, mail.Files)).Distinct()]
        );
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
        foreach (
            string clause in verdicts.Split(';').Where(clause => clause.TrimStart().StartsWith("dkim=", StringComparison.OrdinalIgnoreCase))
        )
        {
            string? domain = Said(clause, "header.d=").Concat(Said(clause, "header.i=")).FirstOrDefault();
            if (domain is not null)
            {
                if (DkimField.DomainOf(domain) is { } signing)
                {
                    results.Add(new DkimResult(signing, Said(clause, "dkim=").First()));
                }
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
