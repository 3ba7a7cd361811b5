using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Serialization;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys.Responses;

/// <summary>One person's answers, as submitted.</summary>
/// <param name="Stratum">Place in the frame.</param>
/// <param name="Answers">A digit a question, in the questionnaire's order; 0 for none.</param>
/// <param name="Text">What was written besides; empty for nothing.</param>
internal sealed record Slip(int Stratum, string Answers, string Text)
{
    public const int LongestText = 1_000;
}

/// <summary>A slip that waits to be mixed with others: encrypted and of the same length as all others, so that storage reveals nothing
/// about it.</summary>
internal static class SealedSlip
{
    private const int Length = 8_192,
        Nonce = 12,
        Tag = 16;

    public static byte[] Seal(ReadOnlySpan<byte> secret, WaveId wave, Slip slip)
    {
        byte[] plain = new byte[Length];
        Encoding.UTF8.GetBytes(Json.Write(slip)).CopyTo(plain, 0);
        byte[] whole = new byte[Nonce + Length + Tag];
        RandomNumberGenerator.Fill(whole.AsSpan(0, Nonce));
        using AesGcm aes = Cipher(secret, wave);
        aes.Encrypt(whole.AsSpan(0, Nonce), plain, whole.AsSpan(Nonce, Length), whole.AsSpan(Nonce + Length));
        return whole;
    }

    /// <returns>Null where it was not sealed here.</returns>
    public static Slip? Open(ReadOnlySpan<byte> secret, WaveId wave, ReadOnlySpan<byte> whole)
    {
        if (whole.Length != Nonce + Length + Tag)
        {
            return null;
        }

        byte[] plain = new byte[Length];
        try
        {
            using AesGcm aes = Cipher(secret, wave);
            aes.Decrypt(whole[..Nonce], whole.Slice(Nonce, Length), whole[(Nonce + Length)..], plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Json.Read<Slip>(Encoding.UTF8.GetString(plain).TrimEnd('\0'));
    }

    private static AesGcm Cipher(ReadOnlySpan<byte> secret, WaveId wave) =>
        new(KeyedHash.Of(secret, "acip survey slip 1", wave.Value), Tag);
}
