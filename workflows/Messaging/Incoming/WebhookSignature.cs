using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Whether a webhook call comes from the mail service: ECDSA on P-256 with SHA-256 over timestamp and raw body, as Twilio SendGrid
/// signs.</summary>
/// <remarks>Verified over the bytes as they arrived, before parsing, because decoding changes every byte that is not UTF-8. The
/// timestamp's age is not checked: a call that is retried for three days is genuine, and a replayed one is recognised as a
/// repeat.</remarks>
public static class WebhookSignature
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private const int LongestSignature = 200;
    private const int LongestTimestamp = 40;

    /// <param name="body">The request body, byte for byte.</param>
    /// <param name="signature">Base64 of a DER signature; null where the header is missing.</param>
    /// <param name="timestamp">As sent; null where the header is missing.</param>
    /// <param name="keys">Public keys, each base64 of SubjectPublicKeyInfo (as the service shows it) or PEM; several during a rotation. An
    /// unreadable one proves nothing.</param>
    /// <returns>False on any doubt; never throws.</returns>
    public static bool IsGenuine(ReadOnlySpan<byte> body, string? signature, string? timestamp, IReadOnlyList<string> keys)
    {
        if (
            string.IsNullOrEmpty(signature)
            || signature.Length > LongestSignature
            || string.IsNullOrEmpty(timestamp)
            || timestamp.Length > LongestTimestamp
            || !TryDecode(signature, out byte[] der)
        )
        {
            return false;
        }

        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha256.AppendData(Encoding.UTF8.GetBytes(timestamp));
        sha256.AppendData(body);
        byte[] hash = sha256.GetHashAndReset();

        return keys.Any(key => Verifies(key, hash, der));
    }

    /// <summary>For the health check: detects a configured key that can never verify anything.</summary>
    public static bool IsReadableKey(string key)
    {
        using ECDsa? read = Import(key);
        return read is not null;
    }

    private static bool Verifies(string keyText, byte[] hash, byte[] der)
    {
        using ECDsa? key = Import(keyText);
        try
        {
            return key is not null && key.VerifyHash(hash, der, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false; // some DER is so broken that the platform refuses to compare it
        }
    }

    private static ECDsa? Import(string keyText)
    {
        string base64 = string.Concat(
            keyText.Split('\n').Where(line => !line.Contains("-----", StringComparison.Ordinal)).Select(line => line.Trim())
        );
        if (!TryDecode(base64, out byte[] info))
        {
            return null;
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(info, out _);
            if (key.KeySize == 256)
            {
                return key;
            }
        }
        catch (Exception error) when (error is CryptographicException or PlatformNotSupportedException)
        {
            // told apart by the caller: not a key, or on a curve that this platform does not have
        }

        key.Dispose();
        return null;
    }

    private static bool TryDecode(string base64, out byte[] bytes)
    {
        bytes = [];
        if (base64.Length == 0 || !Base64.IsValid(base64))
        {
            return false;
        }

        bytes = Convert.FromBase64String(base64);
        return bytes.Length > 0;
    }
}
