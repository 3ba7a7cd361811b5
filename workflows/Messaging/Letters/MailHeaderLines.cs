using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Messaging.Incoming;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>Headers that keep machines from answering and keep the mails of a task in one thread.</summary>
internal static class MailHeaderLines
{
    private const int LongestMessageId = 250;

    public static SortedDictionary<string, string> Of(MailFrame frame)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Auto-Submitted"] = "auto-generated",
            ["X-Auto-Response-Suppress"] = "All",
            ["Message-ID"] = $"<{frame.DeliveryId}@{frame.Domain}>",
            [AutomaticMail.DeliveryHeader] = frame.DeliveryId,
        };

        // a Message-ID that no mail has, common to all mails of a task, is enough for mail programs to show them together
        string? root = frame.Thread is null ? null : $"<thread.{Digest(frame.Thread)}@{frame.Domain}>";
        string? answered = Sound(frame.InReplyTo);
        if ((answered ?? root) is { } parent)
        {
            headers["In-Reply-To"] = parent;
            headers["References"] = string.Join(' ', new[] { root, answered }.OfType<string>());
        }

        return headers;
    }

    /// <summary>A received Message-ID is used in our header only if it is nothing else.</summary>
    private static string? Sound(string? messageId)
    {
        string id = messageId?.Trim().Trim('<', '>') ?? "";
        return
            id.Length is > 0 and <= LongestMessageId
            && id.Contains('@', StringComparison.Ordinal)
            && id.All(c => c is > ' ' and < '\u007f' and not ('<' or '>' or ','))
            ? $"<{id}>"
            : null;
    }

    private static string Digest(string thread) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(thread)))[..24];
}
