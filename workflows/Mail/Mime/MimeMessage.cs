using System.Text;

namespace ACip.Workflows.Mail.Mime;

/// <summary>A whole message as it travels (RFC 5322 and 2045): its header, its text, its HTML, and everything else as files.</summary>
internal sealed record MimeMessage(MailHeaders Headers, string? Text, string? Html, IReadOnlyList<ReceivedFile> Files, IReadOnlyList<string> Flaws)
{
    private const int Deepest = 8;

    public static MimeMessage Read(ReadOnlyMemory<byte> bytes)
    {
        MimePart root = Multipart.Part(bytes);
        var found = new Found();
        Walk(root, found, depth: 0);
        return new MimeMessage(root.Headers, found.Text?.ToString(), found.Html?.ToString(), found.Files, found.Flaws);
    }

    private static void Walk(MimePart part, Found found, int depth)
    {
        ParameterisedValue type = ParameterisedValue.Read(part.Headers["Content-Type"] ?? "text/plain");
        ParameterisedValue disposition = ParameterisedValue.Read(part.Headers["Content-Disposition"]);
        if (type.Value.StartsWith("multipart/", StringComparison.Ordinal))
        {
            if (depth >= Deepest || found.Parts >= Multipart.MostParts)
            {
                found.Flaw("nested-too-deep");
                return;
            }

            foreach (MimePart inner in Multipart.Split(part.Content, type["boundary"] ?? ""))
            {
                found.Parts++;
                Walk(inner, found, depth + 1);
            }

            return;
        }

        if (found.Parts > Multipart.MostParts)
        {
            return;
        }

        byte[] content = TransferEncoding.Decode(part.Content.Span, part.Headers["Content-Transfer-Encoding"]);
        string? name = disposition["filename"] ?? type["name"];
        bool attached = disposition.Value == "attachment" || (name is not null && type.Value is not ("text/plain" or "text/html"));
        if (!attached && type.Value is "text/plain" or "text/html")
        {
            (string text, bool sound) = Charsets.Decode(content, type["charset"]);
            found.Add(type.Value == "text/html", text);
            if (!sound)
            {
                found.Flaw(type.Value == "text/html" ? "charset:html" : "charset:text");
            }
        }
        else if (content.Length > 0 || attached)
        {
            bool inline = disposition.Value != "attachment" && part.Headers["Content-ID"] is not null;
            found.Files.Add(new ReceivedFile(EncodedWords.Decode(name ?? ""), type.Value, content, inline));
        }
    }

    private sealed class Found
    {
        public StringBuilder? Text { get; private set; }
        public StringBuilder? Html { get; private set; }
        public List<ReceivedFile> Files { get; } = [];
        public List<string> Flaws { get; } = [];
        public int Parts { get; set; }

        /// <summary>Apple Mail cuts a text around every picture: its pieces are one text.</summary>
        public void Add(bool html, string text)
        {
            StringBuilder all = html ? Html ??= new StringBuilder() : Text ??= new StringBuilder();
            all.Append(all.Length > 0 ? "\n" : "").Append(text);
        }

        public void Flaw(string flaw)
        {
            if (!Flaws.Contains(flaw))
            {
                Flaws.Add(flaw);
            }
        }
    }
}
