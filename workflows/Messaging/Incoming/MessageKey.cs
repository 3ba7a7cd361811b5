using System.Security.Cryptography;
using System.Text;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>What makes two deliveries the same message: Message-ID, token and body together.</summary>
/// <remarks>The Message-ID alone would lose a second answer from a program that reuses it; the body alone would lose a figure that is
/// deliberately reported twice.</remarks>
public static class MessageKey
{
    public static string Of(InboundMessage message) =>
        Of(message.MessageId, string.Join(',', ReplyAddress.Tokens(message.EnvelopeTo)), message.BodyDigest());

    /// <param name="messageId">As in the header, angle brackets or not; empty where there is none.</param>
    /// <param name="token">Token of the reply address in any case; empty where there is none.</param>
    /// <param name="bodyDigest"><see cref="InboundMessage.BodyDigest"/>.</param>
    /// <returns>64 lower-case hex digits.</returns>
    public static string Of(string? messageId, string? token, string bodyDigest)
    {
        string parts = $"{messageId?.Trim().Trim('<', '>')}\0{token?.ToLowerInvariant()}\0{bodyDigest}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)));
    }
}
