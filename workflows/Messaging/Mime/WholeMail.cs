using System.Runtime.InteropServices;
using System.Text;
using MimeKit;
using MimeKit.Tnef;

namespace ACip.Workflows.Messaging.Mime;

/// <summary>A whole message as it travels (RFC 5322 and 2045): its header, its text, its HTML, and everything else as files.</summary>
/// <param name="Flaws">Slugs of what could not be read for certain.</param>
internal sealed record WholeMail(
    MailHeaders Headers,
    string? Text,
    string? Html,
    IReadOnlyList<ReceivedFile> Files,
    IReadOnlyList<string> Flaws
)
{
    private const int Deepest = 8;
    private const int MostParts = 500;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = 40 };

    /// <summary>Hostile or damaged input gives flaws, never an exception.</summary>
    public static WholeMail Read(ReadOnlyMemory<byte> bytes)
    {
        var found = new FoundParts();
        MailHeaders headers = MailHeaders.None;
        try
        {
            ReadOnlyMemory<byte> bounded = HeaderBounds.Apply(bytes);
            found.FlawIf(bounded.Length < bytes.Length, "damaged");
            using MemoryStream stream = AsStream(bounded);
            MimeMessage message = new MimeParser(Options, stream, MimeFormat.Entity).ParseMessage();
            headers = MailHeaders.Of(message.Headers);
            if (message.Body is { } body)
            {
                // of a message's own header, what concerns its body stands apart
                headers = new MailHeaders([.. headers.Fields, .. MailHeaders.Of(body.Headers).Fields]);
                Walk(body, found, 0);
            }
        }
        catch (Exception e)
            when (e
                    is FormatException
                        or IOException
                        or ArgumentException
                        or InvalidOperationException
                        or TnefException
                        or NotSupportedException
            )
        {
            found.Flaw("damaged");
        }

        return new WholeMail(headers, found.Text, found.Html, found.Files, found.Flaws);
    }

    private static void Walk(MimeEntity entity, FoundParts found, int depth)
    {
        if (depth > Deepest || ++found.Parts > MostParts)
        {
            found.Flaw("nested-too-deep");
            return;
        }

        MediaType type = MediaType.OfType(RawValue(entity, HeaderId.ContentType) ?? "text/plain");
        switch (entity)
        {
            case Multipart multipart:
                WalkMultipart(Mended(multipart, type, found), type.Value, found, depth);
                break;
            case TnefPart tnef:
                WalkTnef(tnef, found, depth);
                break;
            case MessagePartial:
                found.Flaw("damaged"); // a piece of a mail that was cut into several
                break;
            case MessagePart message:
                found.Files.Add(new ReceivedFile(NameOf(entity, type), type.Value, Written(message.Message), false));
                break;
            case MimePart part:
                found.Add(part, type, MediaType.OfDisposition(RawValue(entity, HeaderId.ContentDisposition)));
                break;
        }
    }

    private static void WalkMultipart(Multipart multipart, string type, FoundParts found, int depth)
    {
        if (type == "multipart/encrypted")
        {
            found.Flaw("encrypted");
            return;
        }

        IEnumerable<MimeEntity> parts = multipart;
        // of what was signed, the signature says nothing to people; of alternatives, some programs add what no mail program of ours shows
        parts =
            type == "multipart/signed" ? parts.Take(1)
            : type == "multipart/alternative" ? parts.Where(part => part.ContentType.MediaSubtype is not ("x-amp-html" or "watch-html"))
            : parts;
        foreach (MimeEntity part in parts)
        {
            Walk(part, found, depth + 1);
        }
    }

    /// <summary>Repairs a multipart that the parser cannot split because a parameter without a value hides the boundary, or the boundary
    /// is in single quotes.</summary>
    private static Multipart Mended(Multipart multipart, MediaType type, FoundParts found)
    {
        if (multipart.Count > 0)
        {
            found.FlawIf(!EndsWhole(multipart), "damaged");
            return multipart;
        }

        byte[] content = Written(multipart);
        string? said = type["boundary"];
        foreach (
            string boundary in new[] { said, said?.Trim('\'') }
                .OfType<string>()
                .Where(boundary => boundary.Length > 0 && boundary != multipart.Boundary)
        )
        {
            var sound = new ContentType("multipart", multipart.ContentType.MediaSubtype) { Boundary = boundary };
            using var stream = new MemoryStream(content, writable: false);
            if (MimeEntity.Load(Options, sound, stream) is Multipart { Count: > 0 } mended)
            {
                return mended;
            }
        }

        found.FlawIf(!content.AsSpan().Trim("\r\n\t "u8).IsEmpty, "damaged");
        return multipart;
    }

    /// <summary>A mail that was truncated on its way lacks the last delimiter.</summary>
    private static bool EndsWhole(Multipart multipart) =>
        multipart.Boundary is not { Length: > 0 } boundary
        || Written(multipart).AsSpan().IndexOf(Encoding.UTF8.GetBytes($"--{boundary}--")) >= 0;

    /// <summary>Outlook's winmail.dat: its words, where the mail has no others, and its files.</summary>
    private static void WalkTnef(TnefPart tnef, FoundParts found, int depth)
    {
        MimeMessage inner = tnef.ConvertToMessage();
        var within = new FoundParts();
        if (inner.Body is { } body)
        {
            Walk(body, within, depth + 1);
        }

        found.TakeUp(within);
    }

    internal static string NameOf(MimeEntity entity, MediaType type) =>
        EncodedWords.Decode(
            entity.ContentDisposition?.FileName
                ?? MediaType.OfDisposition(RawValue(entity, HeaderId.ContentDisposition))["filename"]
                ?? entity.ContentType.Name
                ?? type["name"]
                ?? ""
        );

    private static string? RawValue(MimeEntity entity, HeaderId header) =>
        entity.Headers.FirstOrDefault(field => field.Id == header) is { } found
            ? Header.Unfold(Charsets.Undeclared(found.RawValue)).Trim()
            : null;

    private static byte[] Written(MimeEntity entity)
    {
        using var stream = new MemoryStream();
        entity.WriteTo(stream, contentOnly: true);
        return stream.ToArray();
    }

    private static byte[] Written(MimeMessage? message)
    {
        using var stream = new MemoryStream();
        message?.WriteTo(stream);
        return stream.ToArray();
    }

    internal static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
