using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ACip.Workflows.Messaging.Tokens;

/// <summary>HMAC-SHA-256 over a purpose and parts, each preceded by its length, so that no two lists of parts collide.</summary>
/// <remarks>The only place for this: tokens of mails, links, codes, forms and browsers are derived here, each with its own purpose, and
/// compared here.</remarks>
internal static class KeyedHash
{
    public static string Hex(ReadOnlySpan<byte> secret, string purpose, params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(Of(secret, purpose, parts));

    /// <summary>Compares in constant time for texts of the same length.</summary>
    public static bool Same(string expected, string? given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given ?? ""));

    /// <inheritdoc cref="Same(string, string?)"/>
    public static bool Same(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> given) =>
        CryptographicOperations.FixedTimeEquals(expected, given);

    public static byte[] Of(ReadOnlySpan<byte> secret, string purpose, params ReadOnlySpan<string> parts)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        Append(purpose);
        foreach (string part in parts)
        {
            Append(part);
        }

        return hmac.GetHashAndReset();

        void Append(string part)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hmac.AppendData(length);
            hmac.AppendData(bytes);
        }
    }
}
