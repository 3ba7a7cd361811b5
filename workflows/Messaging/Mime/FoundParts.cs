using System.Text;
using MimeKit;

namespace ACip.Workflows.Messaging.Mime;

/// <summary>The words and files of a message, collected while its parts are walked.</summary>
internal sealed class FoundParts
{
    private StringBuilder? text;
    private StringBuilder? html;

    public string? Text => text?.ToString();

    public string? Html => html?.ToString();

    public List<ReceivedFile> Files { get; } = [];

    public List<string> Flaws { get; } = [];

    public int Parts { get; set; }

    public void Add(MimePart part, MediaType type, MediaType disposition)
    {
        string kind = type.Value.Contains('/', StringComparison.Ordinal) ? type.Value : "text/plain"; // RFC 2045, 5.2
        if (IsSignature(kind))
        {
            return;
        }

        byte[] content = PartContent.Decode(part, out bool sound);
        FlawIf(!sound, "damaged");
        string name = WholeMail.NameOf(part, type);
        bool attached = disposition.Value == "attachment" || (name.Length > 0 && kind is not ("text/plain" or "text/html"));
        if (!attached && kind is "text/plain" or "text/html")
        {
            (string words, bool readable) = Charsets.Decode(content, type["charset"]);
            Add(kind == "text/html", kind == "text/plain" ? WithoutUuencoded(words) : words);
            FlawIf(!readable, kind == "text/html" ? "charset:html" : "charset:text");
        }
        else if (content.Length > 0 || attached)
        {
            Files.Add(new ReceivedFile(name, kind, content, disposition.Value != "attachment" && part.ContentId is not null));
        }
    }

    /// <summary>Adds what was packed inside. Its words are used only if there are no others, because they repeat them.</summary>
    public void TakeUp(FoundParts within)
    {
        if (text is null && html is null)
        {
            (text, html) = (within.text, within.html);
        }

        Files.AddRange(within.Files);
        within.Flaws.ForEach(Flaw);
        Parts += within.Parts;
    }

    public void Flaw(string flaw)
    {
        if (!Flaws.Contains(flaw))
        {
            Flaws.Add(flaw);
        }
    }

    public void FlawIf(bool holds, string flaw)
    {
        if (holds)
        {
            Flaw(flaw);
        }
    }

    public static bool IsSignature(string type) =>
        type is "application/pgp-signature" or "application/pkcs7-signature" or "application/x-pkcs7-signature" or "application/pgp-keys";

    /// <summary>Apple Mail splits a text around every picture; the pieces are one text.</summary>
    private void Add(bool isHtml, string words)
    {
        StringBuilder all = isHtml ? html ??= new StringBuilder() : text ??= new StringBuilder();
        all.Append(all.Length > 0 ? "\n" : "").Append(words);
    }

    /// <summary>Removes files that old programs write into the text itself.</summary>
    private string WithoutUuencoded(string words)
    {
        (string left, IReadOnlyList<ReceivedFile> files) = Uuencoded.TakeOut(words);
        Files.AddRange(files);
        return left;
    }
}
