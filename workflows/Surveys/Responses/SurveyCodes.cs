using System.Buffers.Binary;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys.Responses;

/// <summary>Codes with which a person can answer once. They derive from the configured secret, so no list of them is stored; a code
/// reveals its stratum but nothing about its owner.</summary>
/// <remarks>Ten bytes: a tag of seven, and stratum and number under a mask derived from the tag. 56 bits cannot be guessed.</remarks>
internal static class SurveyCodes
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789"; // without l, o, 0 and 1, which people mistake
    public const int MostPerStratum = 65_535;

    private const int Letters = 16,
        TagBytes = 7,
        Bytes = 10;

    /// <param name="number">From 1.</param>
    public static string Of(ReadOnlySpan<byte> secret, WaveId wave, int stratum, int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, MostPerStratum);
        Span<byte> code = stackalloc byte[Bytes];
        Span<byte> payload = code[TagBytes..];
        payload[0] = (byte)stratum;
        BinaryPrimitives.WriteUInt16BigEndian(payload[1..], (ushort)number);
        Tag(secret, wave, payload).CopyTo(code);
        Mask(secret, wave, code[..TagBytes], payload);
        return string.Join('-', Write(code).Chunk(4).Select(part => new string(part)));
    }

    /// <returns>Place of the stratum; null where it is no code of this wave.</returns>
    public static int? StratumOf(ReadOnlySpan<byte> secret, WaveId wave, string typed)
    {
        Span<byte> code = stackalloc byte[Bytes];
        if (Tidy(typed) is not { } letters || !Read(letters, code))
        {
            return null;
        }

        Span<byte> payload = code[TagBytes..];
        Mask(secret, wave, code[..TagBytes], payload);
        return KeyedHash.Same(Tag(secret, wave, payload), code[..TagBytes]) ? payload[0] : null;
    }

    /// <summary>Replaces the code in names of blobs. Without the secret nobody can tell which code it is.</summary>
    public static string Hash(ReadOnlySpan<byte> secret, WaveId wave, string typed) =>
        Convert.ToHexStringLower(KeyedHash.Of(secret, "acip survey code name 1", wave.Value, Tidy(typed) ?? ""))[..32];

    /// <summary>Case, spaces and hyphens do not matter.</summary>
    private static string? Tidy(string typed)
    {
        string letters = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return typed.Length <= 40 && letters.Length == Letters ? letters : null;
    }

    private static byte[] Tag(ReadOnlySpan<byte> secret, WaveId wave, ReadOnlySpan<byte> payload) =>
        KeyedHash.Of(secret, "acip survey code 1", wave.Value, Convert.ToHexString(payload))[..TagBytes];

    private static void Mask(ReadOnlySpan<byte> secret, WaveId wave, ReadOnlySpan<byte> tag, Span<byte> payload)
    {
        byte[] mask = KeyedHash.Of(secret, "acip survey code mask 1", wave.Value, Convert.ToHexString(tag));
        for (int at = 0; at < payload.Length; at++)
        {
            payload[at] ^= mask[at];
        }
    }

    private static string Write(ReadOnlySpan<byte> code)
    {
        var bits = new System.Numerics.BigInteger(code, isUnsigned: true, isBigEndian: true);
        char[] letters = new char[Letters];
        for (int at = Letters - 1; at >= 0; at--, bits >>= 5)
        {
            letters[at] = Alphabet[(int)(bits & 31)];
        }

        return new string(letters);
    }

    private static bool Read(string letters, Span<byte> code)
    {
        System.Numerics.BigInteger bits = 0;
        foreach (char letter in letters)
        {
            int place = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (place < 0)
            {
                return false;
            }

            bits = (bits << 5) | place;
        }

        byte[] read = bits.ToByteArray(isUnsigned: true, isBigEndian: true);
        code.Clear();
        read.CopyTo(code[(Bytes - read.Length)..]);
        return true;
    }
}
