using System.Security.Cryptography;
using System.Text.Json;
using ACip.Workflows.Messaging.Tokens;

namespace ACip.Functions.Api.Idempotency;

/// <summary>Encrypts a response, which may contain names or data shown only once, such as survey codes, so that only a caller with the key
/// can read it again.</summary>
internal static class SealedAnswer
{
    private const int NonceBytes = 12,
        TagBytes = 16;

    public static byte[] Seal(KeptAnswer answer, ReadOnlySpan<byte> secret, IdempotentRequest request)
    {
        byte[] plain = JsonSerializer.SerializeToUtf8Bytes(answer);
        byte[] whole = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(KeyOf(secret, request), TagBytes);
        cipher.Encrypt(whole.AsSpan(0, NonceBytes), plain, whole.AsSpan(NonceBytes + TagBytes), whole.AsSpan(NonceBytes, TagBytes));
        return whole;
    }

    /// <returns>Null where it was not sealed for this request, or by another secret.</returns>
    public static KeptAnswer? Open(byte[] whole, ReadOnlySpan<byte> secret, IdempotentRequest request)
    {
        try
        {
            byte[] plain = new byte[Math.Max(0, whole.Length - NonceBytes - TagBytes)];
            using var cipher = new AesGcm(KeyOf(secret, request), TagBytes);
            cipher.Decrypt(whole.AsSpan(0, NonceBytes), whole.AsSpan(NonceBytes + TagBytes), whole.AsSpan(NonceBytes, TagBytes), plain);
            return JsonSerializer.Deserialize<KeptAnswer>(plain);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException or JsonException)
        {
            return null;
        }
    }

    private static byte[] KeyOf(ReadOnlySpan<byte> secret, IdempotentRequest request) =>
        KeyedHash.Of(secret, "acip kept answer 1", request.Caller, request.Function, request.Key);
}

/// <summary>A POST with a key.</summary>
/// <param name="Caller">Id of the person; what stands for those who have a function's key.</param>
/// <param name="Function">The route that it was sent to.</param>
/// <param name="Digest">Of address, tag and body: what is asked for.</param>
internal sealed record IdempotentRequest(string Caller, string Function, string Key, string Digest)
{
    /// <summary>The key of its row. It does not reveal the Idempotency-Key to somebody who reads the table.</summary>
    public string RowKey(ReadOnlySpan<byte> secret) => KeyedHash.Hex(secret, "acip idempotency key 1", Caller, Function, Key)[..40];

    public string Fingerprint(ReadOnlySpan<byte> secret) =>
        KeyedHash.Hex(secret, "acip idempotent request 1", Caller, Function, Key, Digest);
}
