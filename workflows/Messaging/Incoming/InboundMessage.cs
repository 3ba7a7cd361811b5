using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Messaging.Mime;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>One received message, decoded, with what the receiving server says about its origin. Nothing in it is trusted yet.</summary>
/// <param name="Headers">As the sender wrote them.</param>
/// <param name="EnvelopeFrom">MAIL FROM; empty for a bounce, null where unknown.</param>
/// <param name="EnvelopeTo">RCPT TO: where the token stands.</param>
/// <param name="From">Every From header of the message; more or fewer than one is a reason for doubt.</param>
/// <param name="Subject">Decoded.</param>
/// <param name="Text">Plain text; null where there is only HTML.</param>
/// <param name="Spf">As the receiving server says: pass, fail, softfail, neutral, none, temperror, permerror; null where it says
/// nothing.</param>
/// <param name="Dkim">Signing domains and results, as the receiving server says.</param>
/// <param name="Flaws">Slugs of what could not be read for certain: see <see cref="Flaw"/>.</param>
public sealed record InboundMessage(
    MailHeaders Headers,
    string? EnvelopeFrom,
    IReadOnlyList<string> EnvelopeTo,
    IReadOnlyList<string> From,
    string Subject,
    string? Text,
    string? Html,
    string? Spf,
    IReadOnlyList<DkimResult> Dkim,
    IReadOnlyList<ReceivedFile> Files,
    IReadOnlyList<string> Flaws
)
{
    /// <summary>Without angle brackets; empty if there is none.</summary>
    public string MessageId => Headers["Message-ID"]?.Trim().Trim('<', '>') ?? "";

    /// <summary>Message-IDs that it answers, without angle brackets.</summary>
    public IReadOnlyList<string> Answers =>
        [
            .. new[] { Headers["In-Reply-To"], Headers["References"] }
                .OfType<string>()
                .SelectMany(ids => ids.Split(null as char[], StringSplitOptions.RemoveEmptyEntries))
                .Select(id => id.Trim('<', '>', ',')),
        ];

    /// <summary>Lower-case hex SHA-256 over text, HTML and files.</summary>
    public string BodyDigest()
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string? body in (ReadOnlySpan<string?>)[Text, Html])
        {
            sha256.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(body ?? "")));
        }

        foreach (ReceivedFile file in Files)
        {
            sha256.AppendData(SHA256.HashData(file.Content.Span));
        }

        return Convert.ToHexStringLower(sha256.GetHashAndReset());
    }
}

/// <param name="Domain">Lower case.</param>
/// <param name="Result">Lower case: pass, fail, none …</param>
public sealed record DkimResult(string Domain, string Result)
{
    public bool Passed => Result == "pass";
}

/// <summary>What cannot be read for certain. Any flaw prevents a message from being taken as an answer automatically.</summary>
public static class Flaw
{
    /// <summary>A field's charset is unknown, or its bytes are not valid in it.</summary>
    public const string Charset = "charset";

    /// <summary>A field occurs twice that may occur only once; somebody may have smuggled one in.</summary>
    public const string FieldTwice = "field-twice";

    /// <summary>charsets, envelope or attachment-info is not the JSON that it must be.</summary>
    public const string BrokenField = "broken-field";

    public const string NestedTooDeep = "nested-too-deep";

    /// <summary>Truncated or changed on its way, or in an unknown encoding.</summary>
    public const string Damaged = "damaged";

    /// <summary>Encrypted for somebody else, or signed in such a way that only a program can open it.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>Fewer files than announced.</summary>
    public const string FilesMissing = "files-missing";
}

/// <summary>The result of reading a received POST or file.</summary>
public abstract record InboundReading
{
    private InboundReading() { }

    public sealed record Message(InboundMessage Value) : InboundReading;

    /// <param name="Reason">A slug: no-boundary, no-parts, no-message, too-large.</param>
    public sealed record Unreadable(string Reason) : InboundReading;
}
