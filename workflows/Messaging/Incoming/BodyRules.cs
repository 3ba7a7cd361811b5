using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Properties of the whole body: whether it is encrypted, and whether it contains readable words.</summary>
internal static class BodyRules
{
    private const string PgpMessage = "-----BEGIN PGP MESSAGE-----";
    private const string PgpSigned = "-----BEGIN PGP SIGNED MESSAGE-----";
    private const string PgpSignature = "-----BEGIN PGP SIGNATURE-----";

    /// <summary>The flaws of a body that was decoded, beside those found in decoding it.</summary>
    public static IEnumerable<string> Flaws(MailHeaders headers, string? text, string? html, IReadOnlyList<ReceivedFile> files)
    {
        if (IsEncrypted(headers, text, html, files))
        {
            yield return Flaw.Encrypted;
        }

        // words in a form that nobody reads here, and no others
        if (
            string.IsNullOrWhiteSpace(text)
            && string.IsNullOrWhiteSpace(html)
            && files.Any(file =>
                file.DeclaredType
                    is "text/rtf"
                        or "application/rtf"
                        or "text/enriched"
                        or "text/richtext"
                        or "application/ms-tnef"
                        or "application/vnd.ms-tnef"
            )
        )
        {
            yield return Flaw.Damaged;
        }
    }

    /// <summary>The text that was signed, without the armour around it.</summary>
    public static string? WithoutArmour(string? text)
    {
        if (text is null || !text.Contains(PgpSigned, StringComparison.Ordinal))
        {
            return text;
        }

        var left = new List<string>();
        bool head = false,
            signature = false;
        foreach (string line in text.Split('\n'))
        {
            string bare = line.TrimEnd('\r', ' ');
            if (bare == PgpSigned)
            {
                head = true;
            }
            else if (bare == PgpSignature)
            {
                signature = true;
            }
            else if (bare == "-----END PGP SIGNATURE-----")
            {
                signature = false;
            }
            else if (head)
            {
                head = bare.Length > 0; // "Hash: SHA256" up to the empty line
            }
            else if (!signature)
            {
                left.Add(line.StartsWith("- ", StringComparison.Ordinal) && line.Length > 2 && line[2] == '-' ? line[2..] : line);
            }
        }

        return string.Join('\n', left);
    }

    /// <summary>A file that is encrypted for somebody else, or the envelope of an encrypted mail.</summary>
    public static bool IsEncrypted(ReceivedFile file) =>
        file.Content.Span.TrimStart("\uFEFF \r\n\t"u8).StartsWith("-----BEGIN PGP MESSAGE-----"u8)
        || IsEnvelope(file)
        || file.Name.EndsWith(".pgp", StringComparison.OrdinalIgnoreCase)
        || file.Name.EndsWith(".gpg", StringComparison.OrdinalIgnoreCase);

    private static bool IsEncrypted(MailHeaders headers, string? text, string? html, IReadOnlyList<ReceivedFile> files)
    {
        MediaType type = MediaType.OfType(headers["Content-Type"]);
        if (type.Value == "multipart/encrypted" || files.Any(IsEnvelope))
        {
            return true;
        }

        bool armoured =
            text?.Contains(PgpMessage, StringComparison.Ordinal) == true || html?.Contains(PgpMessage, StringComparison.Ordinal) == true;
        if (!armoured && !files.Any(IsEncrypted))
        {
            return false;
        }

        string words = ReplyText.Of(text, html).Text;
        return words.Contains(PgpMessage, StringComparison.Ordinal) || (string.IsNullOrWhiteSpace(words) && files.Any(IsEncrypted));
    }

    private static bool IsEnvelope(ReceivedFile file) =>
        file.DeclaredType
            is "application/pgp-encrypted"
                or "application/pkcs7-mime"
                or "application/x-pkcs7-mime"
                or "application/x-microsoft-rpmsg-message"
        || file.Name.EndsWith(".p7m", StringComparison.OrdinalIgnoreCase)
        || file.Name.EndsWith(".rpmsg", StringComparison.OrdinalIgnoreCase);
}
