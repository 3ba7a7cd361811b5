using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Messaging.Tokens;

/// <summary>The tokens by which a mail finds its task: one in the reply address, another in the link. Neither can be derived from the
/// other.</summary>
/// <remarks>They are derived instead of drawn at random, so a mail that is rendered again carries the same tokens. They are stored and
/// looked up only as <see cref="Hash"/>.</remarks>
public static class TaskTokens
{
    /// <summary>128 bits as 26 characters of base32.</summary>
    public const int Length = 26;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567"; // RFC 4648, lower-case
    private const int Bytes = 16;

    public static string Reply(ReadOnlySpan<byte> secret, TaskId task, PersonId person) =>
        Derive(secret, "acip reply address 1", task, person);

    public static string Link(ReadOnlySpan<byte> secret, TaskId task, PersonId person) => Derive(secret, "acip task link 1", task, person);

    /// <summary>Lower-case hex SHA-256 of the token in its canonical spelling, by which rows are found.</summary>
    public static string Hash(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Read(token) ?? "not a token")));

    /// <summary>The token in lower case, or null. Case is ignored because mail programs change it; nothing else is tolerated.</summary>
    public static string? Read(ReadOnlySpan<char> text)
    {
        if (text.Length != Length)
        {
            return null;
        }

        Span<char> lower = stackalloc char[Length];
        for (int at = 0; at < Length; at++)
        {
            char c = text[at] is >= 'A' and <= 'Z' ? (char)(text[at] | 0x20) : text[at];
            if (!Alphabet.Contains(c, StringComparison.Ordinal))
            {
                return null;
            }

            lower[at] = c;
        }

        // 26 characters hold 130 bits: the last two must be nought, or one token would have four spellings
        return (Alphabet.IndexOf(lower[^1], StringComparison.Ordinal) & 0b11) == 0 ? new string(lower) : null;
    }

    private static string Derive(ReadOnlySpan<byte> secret, string purpose, TaskId task, PersonId person) =>
        Write(KeyedHash.Of(secret, purpose, task.Value, person.Value).AsSpan(0, Bytes));

    private static string Write(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[Length];
        int held = 0,
            bits = 0,
            at = 0;
        foreach (byte next in bytes)
        {
            held = (held << 8) | next;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text[at++] = Alphabet[(held >> (bits - 5)) & 31];
            }

            held &= (1 << bits) - 1;
        }

        text[at] = Alphabet[(held << (5 - bits)) & 31];
        return new string(text);
    }
}
