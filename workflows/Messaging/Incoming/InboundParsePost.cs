using System.Globalization;
using System.Text.Json;
using ACip.Workflows.Messaging.Mime;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Reads the posts of SendGrid's Inbound Parse, as separate fields or "raw" (the whole message in the field
/// <c>email</c>).</summary>
/// <remarks>Hostile input gives a named failure or a message with flaws, never an exception.</remarks>
public static class InboundParsePost
{
    /// <summary>As much as the host takes: its limit (<c>BodyLimit</c> in functions/Hosting, which says why) is this one.</summary>
    public const int Largest = 64 << 20;

    /// <param name="body">The request body, byte for byte.</param>
    /// <param name="contentType">The request's Content-Type, with the boundary.</param>
    public static InboundReading Read(ReadOnlyMemory<byte> body, string? contentType) => Read(body, contentType, cutOff: false);

    /// <summary>Who wrote and about what, from the first bytes of a post: the header comes first in it, files come last.</summary>
    /// <returns>Null where the beginning does not say it.</returns>
    public static InboundMessage? ReadBeginning(ReadOnlyMemory<byte> beginning, string? contentType) =>
        Read(beginning, contentType, cutOff: true) is InboundReading.Message { Value: { From.Count: > 0, Subject.Length: > 0 } read }
            ? read
            : null;

    private static InboundReading Read(ReadOnlyMemory<byte> body, string? contentType, bool cutOff)
    {
        if (body.Length > Largest)
        {
            return new InboundReading.Unreadable("too-large");
        }

        MediaType type = MediaType.OfType(contentType);
        if (type.Value != "multipart/form-data" || type["boundary"] is not { Length: > 0 } boundary)
        {
            return new InboundReading.Unreadable("no-boundary");
        }

        IReadOnlyList<FormPart> parts = FormParts.Of(body, boundary);
        return parts.Count == (cutOff ? 1 : 0)
            ? new InboundReading.Unreadable("no-parts")
            : Read(new Form(cutOff ? [.. parts.SkipLast(1)] : parts), cutOff);
    }

    /// <param name="cutOff">True: how the subject is written may stand in what is missing; its header says so itself.</param>
    private static InboundReading Read(Form form, bool cutOff)
    {
        if (!form.Has("envelope") && !form.Has("headers") && !form.Has("email"))
        {
            return new InboundReading.Unreadable("no-message");
        }

        WholeMail? raw = form.Bytes("email") is { } email ? WholeMail.Read(email) : null;
        MailHeaders headers = raw?.Headers ?? MailHeaders.Read(form.Text("headers") ?? "");
        (string? envelopeFrom, IReadOnlyList<string> envelopeTo) = Envelope(form);

        IReadOnlyList<string> from = [.. headers.All("From")];
        if (from.Count == 0 && form.Text("from") is { Length: > 0 } posted)
        {
            from = [posted];
        }

        string? text = BodyRules.WithoutArmour(raw is null ? form.Text("text") : raw.Text);
        string? html = raw is null ? form.Text("html") : raw.Html;
        IReadOnlyList<ReceivedFile> files = raw is null ? Files(form) : raw.Files;
        string subject = (cutOff ? null : form.Text("subject")) ?? EncodedWords.Decode(headers["Subject"] ?? "");
        return new InboundReading.Message(
            new InboundMessage(
                headers,
                envelopeFrom,
                envelopeTo,
                from,
                subject,
                text,
                html,
                form.Text("SPF")?.Trim().ToLowerInvariant(),
                DkimField.Read(form.Text("dkim")),
                files,
                [.. form.Flaws.Concat(raw?.Flaws ?? []).Concat(BodyRules.Flaws(headers, text, html, files)).Distinct()]
            )
        );
    }

    private static (string? From, IReadOnlyList<string> To) Envelope(Form form)
    {
        if (form.Json("envelope") is not { ValueKind: JsonValueKind.Object } envelope)
        {
            return (null, []);
        }

        string[] to =
            envelope.TryGetProperty("to", out JsonElement recipients) && recipients.ValueKind == JsonValueKind.Array
                ?
                [
                    .. recipients
                        .EnumerateArray()
                        .Take(200)
                        .Where(address => address.ValueKind == JsonValueKind.String)
                        .Select(address => address.GetString()!),
                ]
                : [];
        string? from =
            envelope.TryGetProperty("from", out JsonElement sender) && sender.ValueKind == JsonValueKind.String ? sender.GetString() : null;
        return (from, to);
    }

    private static List<ReceivedFile> Files(Form form)
    {
        JsonElement? info = form.Json("attachment-info");
        var files = new List<ReceivedFile>();
        foreach ((string field, FormPart part, string? name) in form.Files)
        {
            JsonElement said = default;
            bool described =
                info is { ValueKind: JsonValueKind.Object } all
                && all.TryGetProperty(field, out said)
                && said.ValueKind == JsonValueKind.Object;
            string? declared = described ? Said(said, "type") : null;
            files.Add(
                new ReceivedFile(
                    EncodedWords.Decode((described ? Said(said, "filename") ?? Said(said, "name") : null) ?? name ?? ""),
                    (declared ?? MediaType.OfType(part.Headers["Content-Type"]).Value).ToLowerInvariant(),
                    part.Content,
                    described
                        && Said(said, "content-id") is { Length: > 0 }
                        && (declared ?? "").StartsWith("image/", StringComparison.OrdinalIgnoreCase)
                )
            );
        }

        if (
            int.TryParse(form.Text("attachments"), NumberStyles.None, CultureInfo.InvariantCulture, out int announced)
            && announced > files.Count
        )
        {
            form.Flaws.Add(Flaw.FilesMissing);
        }

        return files;

        static string? Said(JsonElement file, string property) =>
            file.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
