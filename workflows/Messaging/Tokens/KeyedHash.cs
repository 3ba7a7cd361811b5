using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ACip.Workflows.Messaging.Tokens;

/// <summary>HMAC-SHA-256 over a purpose and parts, each with its length before it, so that no two lists of parts read alike.</summary>
internal static class KeyedHash
{
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
